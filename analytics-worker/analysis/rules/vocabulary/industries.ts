import { vocabularyOf } from './lines.ts';

/** A business, whatever it does. */
export const anyBusiness = [
  'business',
  'company',
  'firm',
  'practice',
  'agency',
  'shop',
  'outfit',
  'place',
  'studio',
  'store',
  'clinic',
  'startup',
];

/** Kinds of business: who says one of these of himself works in that industry. */
export const businesses = vocabularyOf(`
legal = barristers, chambers of, mediation service, legal tech, will writing company, will writers, conveyancing practice, in house counsel, notary, notary public, notarial office, legal chambers, public defender, court reporting agency, process server, immigration practice, immigration firm, immigration law firm, legal aid, law, law firm, law office, law practice, law company, legal practice, legal firm, legal services, solicitors,
  solicitor firm, solicitors firm, firm of solicitors, firm of lawyers, barristers chambers, chambers, notary
  office, notary practice, notaries, conveyancing firm, conveyancers, litigation firm, legal aid clinic, patent
  firm, attorneys office, legal department of
healthcare = chain of opticians, opticians chain, orthodontic clinic, dental lab, ivf clinic, skin clinic, walk in clinic, chemist, chemists, chiropody practice, care homes, retirement home, assisted living, nursing service, therapy centre, psychology practice, speech therapy practice, medical device, medical devices, medical equipment supplier, orthopaedic practice, blood bank, sleep clinic, vaccination centre, private hospital, day clinic, hearing aid shop, surgery, gp's, dental surgery, orthodontics, physio, home care, health centre, health center, nursing agency, care agency, care provider, care company, maternity unit, radiology practice, audiology clinic, dialysis center, ambulance company, rehab centre, rehab center, orthodontist, hearing clinic, clinic, medical practice, doctors surgery, doctors office, doctor's office, doctor's surgery, gp
  surgery, gp practice, hospital, dental practice, dental surgery, dental group, dental office, dental clinic,
  dentist office, dentist's office, dentists, orthodontist office, orthodontic practice, physical therapy,
  physiotherapy, physio practice, physio clinic, chiropractic office, chiropractor's office, care home, nursing
  home, home care agency, home care company, home health agency, home healthcare agency, pharmacy, opticians,
  optician, hospice, mental health practice, therapy practice, counselling practice, counseling practice, healthcare
  company, healthcare provider, health care provider, healthcare, medical group, medical clinic, medical office,
  medical centre, medical center, urgent care, fertility clinic, ambulance service, health system, telehealth
  company, dermatology practice, eye clinic, podiatry practice, medical devices, medical device company
veterinary = vet clinic, veterinary clinic, veterinary practice, vets practice, vet practice, animal hospital, vets,
  veterinary surgery, vet's, veterinary hospital, animal clinic
real_estate = block management outfit, managing agent, managing agents, estate management, property investors, self storage, storage company, house share company, homebuilder, student housing, apartment developer, developer of apartments, property, serviced offices, letting firm, estate agent, realty group, home sales, housing developer, real estate developer, property managers, in property, in lettings, lettings team, homes developer, coworking space, co working space, coworking company, hoa, homeowners association, condo association, community management company, real estate brokerage,
  real estate agency, real estate company, real estate firm, real estate office, real estate team, real estate,
  realty, brokerage of homes, estate agency, estate agents, estate agent's, letting agency, lettings agency, letting
  agents, lettings, property management company, property management firm, property management, property manager,
  property company, property firm, property developer, property development, realtors office, commercial property,
  title company, escrow company, block management, housing agency, vacation rentals, holiday lets, holiday rentals,
  rental agency, realtors, property letting, student lets, flat rentals
construction = plant hire, hire out diggers, diggers and dumpers, roofin outfit, roofing outfit, roofing crew, paving outfit, remodeler, drylining firm, brickwork firm, joinery shop, cabinet shop, sign fitters, interiors company, heating firm, boiler company, plumbing outfit, electrical firm, electrical company, sparks, window company, conservatory company, asphalt company, pool builder, pool company, swimming pools, home improvement company, insulation company, window fitting, solar roofing, tarmac company, drainage company, timber frame company, modular homes, crane hire outfit, crane hire company, ad hoc builder, building site, shopfitters, shopfitting, steel erectors, tiling company, fencing company, glazing company, glaziers, damp proofing, groundworks, surfacing company, builder, sparkies, civil contractor, contractors, electricians, bricklayers, plumbers, joiners, carpentry, drywall company, masonry, pool builder, deck builder, garage doors company, fit out company, electrical contracting, electrical contracting business, contracting business, contracting company, mechanical contractor, crane company, crane hire, plant hire, tool hire, construction company, construction firm,
  construction business, construction, building company, building firm, building contractor, general contractors,
  roofing company, roofing firm, roofing business, roofing contractor, roofing, plumbing company, plumbing business,
  plumbing firm, plumbing and heating, plumbing, electrical contractor, electrical contractors, commercial builder,
  home builder, house builder, house builders, builders, builder's, remodeling company, remodelling company,
  renovation company, kitchen fitters, kitchen company, hvac company, hvac business, hvac, heating and cooling,
  landscaping company, landscaping business, landscaping firm, landscaping, scaffolding company, scaffolding firm,
  scaffolding, joinery firm, flooring company, paving company, civil engineering, carpentry business, painting and
  decorating, painting company, contracting company, concrete company, window installer, window fitters, loft
  conversions, extensions company, demolition company, excavation company, building trade, general contracting
insurance = insurance agency, insurance broker, insurance brokers, insurance brokerage, insurance company, insurance
  firm, insurer, insurance office, insurance business, underwriting agency, insurance
accounting = accounting firm, accounting practice, accountancy firm, accountancy practice, accountancy, accountants,
  firm of accountants, chartered accountants, bookkeeping firm, bookkeeping company, bookkeeping business,
  bookkeeping practice, bookkeeping, bookkeepers, cpa firm, tax firm, tax practice, tax office, tax advisers, tax
  advisors, tax preparation, audit firm, accounting office, payroll bureau, accounting
finance = payday lender, bridging lender, pension provider, stock broker, crowdfunding platform, leasing firm, bailiffs, debt recovery firm, debt recovery, debt collection, collections agency, collection agency, pawnbroker, crypto exchange, payroll provider, credit broker, invoice finance, venture firm, equity fund, trust company, pension fund, accounting fintech, mortgage, mortgages, venture fund, venture capital fund, vc fund, vc, fund, investment fund, family office, payments company, brokerage firm, stockbroker, insolvency firm, debt collection agency, bank branch, savings bank, microfinance bank, microfinance, mortgage broker, mortgage brokers, mortgage brokerage, mortgage company,
  mortgage lender, mortgage firm, mortgages, bank, credit union, lender, lending company, wealth management, wealth
  management firm, financial advisers, financial advisors, financial advisory, financial planning firm, financial
  planning, financial services, investment firm, investment company, private equity, venture capital, hedge fund,
  fintech, fintech company, fintech startup, asset manager, asset management, pension adviser, loan company,
  factoring company, equipment finance, leasing company, building society, advisory firm for pensions
education = coaching institute, coaching institutes, coaching centre, prep school, independent prep school, tuition centre, technical college, training academy, montessori nursery, playgroup, riding school, sailing school, drama school, cookery school, further education college, nursery group, tutoring agency, tuition agency, tutor agency, dance school, art school, crammer, exam board, student union, swimming school, high school, middle school, elementary, grammar school, sixth form, nursery, after school club, summer camp, tutoring, tutoring centre, language institute, cooking school, flying school, school trust, multi academy trust, ballet school, education, childcare, day care, primary school, secondary school, day school, high school, boarding school, private school, independent
  school, elementary school, language school, driving school, music school, school district, school, nursery school, nursery chain, nurseries, day nursery, children's nursery,
  university, college, preschool, daycare, daycare center, childcare center, nursery for children, kindergarten,
  tutoring company, tutoring business, tutoring agency, training company, training provider, academy, education
  company, edtech, edtech company, charter school, montessori, community college, training centre, training center
software = it services like, i t services, it services, software development, scale up, hosting company, app studio, saas, payments startup, edtech startup, software, cybersecurity firm, web shop developers, fintech software, payroll software, game developer, analytics startup, ai lab, software company, software startup, software firm, software business, software house, saas company, saas
  startup, saas business, tech startup, tech company, startup in tech, app developer, software developers, software,
  saas, it company, it services company, it services firm, it services, it consultancy, it consulting, it support
  company, managed service provider, msp, web development agency, app company, software agency, software vendor,
  games studio, game studio, gaming studio, cyberguards, cctv monitoring, security company, cyber security company, data company, ai startup,
  ai company, it provider, it firm, computer company
marketing = creative agency, branding studio, content agency, seo agency, print and design shop, market research company, ad shop, ad firm, creative shop, copywriting agency, growth agency, event marketing, marketing agency, marketing company, marketing firm, creative agency, advertising agency, ad agency,
  digital agency, design agency, pr agency, pr firm, branding agency, media agency, social media agency, web agency,
  web design agency, seo agency, design studio, branding studio, content agency, marketing, advertising, public
  relations, digital marketing, communications agency, web design, graphic design studio, influencer agency
recruitment = staffing, nursing recruitment, staffing agency, temp staffing, recruiter, recruiters, labour hire, labor hire, talent agency for, temporary work agency, temp work agency, work agency, recruitment company, recruitment agency,
  recruitment firm, recruitment consultancy, recruiting firm, recruiting agency, recruiting company, staffing
  agency, staffing firm, staffing company, recruiters, temp agency, headhunters, headhunting firm, executive search,
  executive search firm, employment agency, recruitment, staffing, recruiting, search firm
logistics = house movers, house removals, courier firm, courier company, delivery company, parcel company, lorry firm, bus company, coach company, taxi firm, taxi company, shipping line, shipping agent, freight broker, cold store, warehouse company, moving company, removals firm, freight forwarders, haulier, trucking outfit, container line, port agent, bus company, coach company, cold storage, fulfilment company, fulfillment company, courier, dispatch company, ferry company, relocation company, logistics company, logistics firm, logistics business, freight forwarder, freight forwarding, freight
  forwarding company, freight broker, freight brokerage, freight company, trucking company, trucking business,
  trucking firm, trucking, haulage company, haulage firm, haulage, hauliers, courier company, courier firm, courier
  business, shipping company, shipping firm, warehouse company, warehousing, transport company, transport firm,
  transportation company, moving company, removals company, removals firm, removal firm, delivery company,
  logistics, freight, shipping agent, customs broker, fleet company, distribution centre, parcel company
hospitality = bed and breakfast, b and b, guest house, inn, lodge, caravan park, camp site, wine bar, bistro, pizzeria, food truck, tea room, pub, bistro, diner, tea room, lodge, inn, b and b, wine bar, caravan park, holiday park, glamping site, serviced apartments, ski resort, chalet company, hotel, hotels, hotel group, guest house, guesthouse, bed and breakfast, restaurant, restaurants,
  restaurant group, cafe, coffee shop, pub, pubs, pub group, catering company, catering business, caterer, caterers,
  catering, resort, hospitality group, hospitality company, hospitality, wedding venue, conference centre, hostel,
  bakery, food truck, campsite
events = wedding barn, wedding venue, barn we let out for weddings, barn for weddings, marquee company, event hire, party hire, conference centre, events company, event company, events agency, event agency, events business, event planning company, event
  planners, event management company, wedding planner, wedding planners, wedding planning business, wedding
  planning, event production company, festival, conference organiser, conference organizer, party planners, events
  firm, marquee hire, marquee company, party hire, exhibition company, trade show company, event management, event
  planning
manufacturing = factory, textile mill, tool shop, machine shop, foundry, print works, sawmill, joinery works, packaging plant, steelworks, assembly plant, exporters of sarees, garment factory, aircraft parts, parts maker, metalwork, metal shop, welding shop, tool and die, cabinet maker, window manufacturer, window factory, boat builder, sign maker, paint manufacturer, glass maker, machine parts, precision engineering, moulding company, packaging manufacturer, paper mill, textile mill, steelworks, ceramics maker, toy maker, bike maker, manufacturer, manufacturing company, manufacturing firm, manufacturing business, manufacturing
  plant, manufacturing, manufacturers, factory, machine shop, fabricator, metal fabrication, steel fabrication,
  foundry, valve manufacturer, food manufacturer, packaging company, plastics company, furniture maker, furniture
  manufacturer, chemical company, engineering works, machine builder, toolmaker, production plant, printing company,
  print shop, sawmill, textile company, injection moulding, injection molding, electronics manufacturer, machinery
  company, window frames
retail = two shops, bike shop, online shop, garden centre, farm shop, off licence, hardware store, pet shop, book shop, jeweller, jewellers, butcher shop, convenience store, furniture shop, antique shop, shop, shops, chain of, bike store, builders merchants, builders merchant, hardware shop, outlet, department store, furniture shop, off licence, newsagents, opticians shop, kitchen showroom, grocery chain, supermarket chain, chain of shops, chain of stores, clothing shop, flower shop, gift shop,
  toy shop, book shop, bookshop, bookstore, pet shop, wine shop, phone shop, shoe shop, jewellery shop, retailer,
  retail company, retail business, retail chain, retail, online shop, online store, ecommerce company, ecommerce
  business, e commerce, ecommerce, supermarket, boutique, garden centre, garden center, furniture store, jeweller,
  jewellers, jewelry store, bike shop, florist, wine merchant, electronics store, clothing brand, web shop, webshop,
  hardware store, grocery store
wholesale = importer of, cosmetics importer, food importer, wine importer, trade supplier, fruit and veg wholesaler, supply company, supply house, supplies company, builders merchants, merchants, wholesaler, wholesale company, wholesale business, wholesalers, distributor, distribution company,
  distributors, import export, importer, importers, trading company
automotive = body shop, car rental, car rentals, motorbike dealer, tyre shop, tire shop, car wash, auto repair shop, garage, dealership, truck dealership, rv dealer, breakers yard, panel beating, panel beaters, smash repairs, spray painting, car wash, car sales, van hire, vehicle hire, tyre fitters, mot garage, motor trade, car auction, fleet hire, pre owned vehicles, used vehicles, vehicles, car dealership, auto dealership, dealership, car dealer, truck dealer, truck dealership, car dealers,
  used car dealer, used cars, garage, auto repair shop, auto body shop, body shop, car rental company, car rental,
  car hire company, car hire, mechanic shop, motor dealer, motor group, motorcycle dealer, rv dealer, auto shop,
  auto group, tire shop, tyre shop, vehicle leasing
fitness = pilates and yoga studio, pilates, yoga, crossfit, bootcamp, spin studio, sports centre, tennis academy, karate club, judo club, riding school, gym, gyms, fitness studio, fitness studios, yoga studio, pilates studio, crossfit box, crossfit gym,
  personal training studio, personal training, climbing gym, climbing centre, martial arts studio, martial arts
  school, dance studio, sports club, fitness company, fitness club, health club, swim school, leisure centre,
  bouldering gym, boxing gym
beauty = salon, hair salon, nail bar, barber shop, barbers, spa, tattoo studio, beauty clinic, tanning salon, salon, hair salon, beauty salon, nail salon, barber shop, barbershop, barbers, spa, day spa, med spa,
  medspa, tattoo studio, tattoo shop, tattoo parlour, aesthetics clinic, beauty clinic, lash studio
energy = charge point installer, ev charging, chargers for electric cars, charging stations, biomass, biogas plant, solar company, solar installer, solar business, solar firm, solar panels, solar, residential solar, energy
  company, energy firm, energy supplier, renewable energy, renewables, wind farm, utility company, utilities, heat
  pump installer, heat pumps, ev charging company, oil and gas, oil company, gas company, electricity supplier,
  power company
nonprofit = hospital radio, hospital radio charity, radio charity, helpline, hospice, scout group, girl guides, foodbank, community kitchen, credit union foundation, historical society, amateur dramatic society, allotment association, choir, sea scouts, youth club, ymca, choir, congregation, parish council, youth club, community choir, amateur theatre, allotment society, sports association, lions club, rotary club, hospice shop, food pantry, homeless shelter, scout troop, union branch, trade union, rescue shelter, animal sanctuary, scout group, scouts, trust, refugee charity, women shelter, community centre, community center, mosque, synagogue, temple, ministry of, charity, adoption agency, foster agency, fostering agency, housing co op, housing coop, housing cooperative, co op, cooperative, sports association,
  residents association, community group, nonprofit, nonprofit organization, nonprofit organisation, foundation,
  ngo, church, food bank, housing association, charitable trust, voluntary organisation, community organisation,
  community organization, parish, social enterprise, animal shelter, animal rescue, dog rescue, cat rescue, dog shelter, trade association,
  friends of, hospice charity, youth charity, religious community
sports = football club, rugby club, cricket club, sports team, tennis club, golf club, athletics club, rowing club, swimming club, hockey club
photography = photography business, photography studio, photo studio
biotech = c r o, cro, gene therapy, clinical studies, animal medicines, contract research organisation, contract research organization, biotech company, biotech startup, biotech, gene therapy
design = design studio, product design studio, logo studio, logos, web design, web design agency, graphic design, design agency, design studio, graphic design studio, product design
government = parish council, town council, borough council, city clerk, clerk of, council, township council, embassy, consulate, school board, water board, housing department, planning department, registry office, fire service, city clerk, clerk's office, city clerk's office, municipality, city council, town council, county council, local council, council, town hall, city hall,
  local authority, government department, government agency, state agency, federal agency, public authority,
  ministry, town clerk, police department, fire department, borough, public sector, public administration, city
  government, county government, district council, government
translation = translation agency, translation company, translation office, translation bureau, translation business,
  translation firm, translation, translators, interpreting agency, language services, localization company,
  localisation company, language service provider
consulting = consultancy of, consultants, strategy firm, think tank, training consultancy, consulting firm, consulting company, consulting business, consultancy, consultancy firm, management
  consultancy, consulting practice, management consultants, strategy consulting, consulting, business consultants,
  advisory firm, executive coaching, coaching business, business coaching, coaching, life coaching, hr consultancy,
  hr consulting, engineering consultancy, environmental consultancy
architecture = agency of architecture, architecture agency, architects office, drafting office, landscape design, architecture firm, architecture practice, architectural practice, architectural firm, architects
  practice, architects office, architects, architecture studio, interior design studio, interior design firm,
  interior design, landscape architects, surveying firm, surveyors, quantity surveyors
engineering = engineering firm, engineering company, engineering practice, structural engineers, engineering
  business
agriculture = family winery, winery, arable farm, pig farm, chicken farm, stud farm, agronomy, feed merchant, farm contractor, fishery, farm machinery, machinery ring, grain merchant, cattle farm, sheep farm, fish farm, ranch, cattle ranch, dairy, seed company, forestry, forestry company, hop farm, egg farm, poultry farm, market garden, olive farm, farm, farms, dairy farm, farming business, agricultural company, agriculture, vineyard, winery, plant
  nursery, grower, growers, agribusiness, stables, horse stables, livery yard, orchard
media = line producer, production house, tv production company, production office, casting agency, film crew, recording studio, film company, production company, film production, video production, video production company, tv
  production, publishing house, publisher, publishing company, newspaper, magazine, record label, music label, radio
  station, photography business, photography studio, podcast studio, podcast company, media company, post
  production, animation studio, film studio, music management
telecom = telecoms reseller, phone reseller, broadband company, sim provider, fibre, broadband, telecom company, telecoms company, telecoms, telecommunications company, telecommunications, telecom,
  internet provider, isp, broadband provider, mobile operator, phone company, fibre company, fiber company
travel = travel agency, travel agents, travel company, tour operator, tour company, tours, airline, cruise company,
  charter company, yacht charter, boat charter, travel business, tourism
security = doorman company, locksmith, alarm firm, security guards, guards, door supervisors, alarm monitoring, cctv, security company, security firm, guarding company, alarm company, alarm installer, security business,
  locksmiths
cleaning = window cleaner, carpet cleaner, skip hire, waste collection, laundrette, maid service, cleaners, cleaning crew, window cleaning, laundry, laundry company, dry cleaners, cleaning company, cleaning business, cleaning firm, cleaning service, commercial cleaning, janitorial
  company, janitorial services, cleaning contractor, facilities management, facilities management company, facility
  management, pest control, pest control company, pool service, pool company, waste management company, waste
  company
pharma = drug maker, medicines distributor, pharmaceutical distributor, pharmaceutical wholesaler, clinical lab, diagnostics company, pharmaceutical company, pharma company, pharma, biotech, biotech company, biotech startup, life sciences,
  life sciences company, clinical research organisation, clinical research organization, clinical trials, clinical
  research, lab, laboratory, medical laboratory
aerospace = aerospace company, aerospace supplier, aviation company, aviation, aircraft maintenance, defence
  contractor, defense contractor, flight school, drone company
entertainment = theme park, bowling alley, soft play, arcade, comedy club, band, rock band, dance company, circus, theater, cinema, nightclub, amusement
  park, escape rooms, escape room, talent agency, music venue, band management
funeral = funeral home, funeral directors, funeral director, funeral business, undertakers
it_services = it support, managed services, help desk company, it reseller, it services provider, network company
food = cheese maker, dairy processor, food company, catering supplier, butcher, butchers, chocolate maker, brewery, distillery, roastery, coffee roaster, meal kit company, food producer, confectioner
culture = museum, art gallery, gallery, theatre, opera house, orchestra, library, archive, cultural centre, auction house
`);

/** What a person of that industry calls himself: "I'm a dentist". */
export const professions = vocabularyOf(`
legal = in house lawyer, legal counsel, will writer, mediator, conveyancing clerk, notary public, law clerk, lawyer, solicitor, attorney, barrister, paralegal, conveyancing solicitor, conveyancer, notary, legal
  secretary, patent attorney, family lawyer, legal assistant, litigator
healthcare = optician, podiatrist, dietitian, carer, radiographer, dental nurse, clinic manager, ward clerk, care manager, practice nurse, district nurse, home carer, audiologist, anaesthetist, paramedic, ward manager, doctor, gp, dentist, dental hygienist, nurse, physio, physiotherapist, physical therapist,
  chiropractor, pharmacist, psychologist, psychotherapist, therapist, optometrist, surgeon, orthodontist, midwife,
  osteopath, doula, speech therapist, massage therapist, acupuncturist, nutritionist, occupational therapist,
  dermatologist, counsellor, dietician
veterinary = farm vet, equine vet, large animal vet, horse vet, small animal vet, vet, veterinarian, vet nurse, veterinary nurse
real_estate = property manager, block manager, lettings manager, estate agent, letting agent, lettings agent, realtor, real estate agent, real estate broker, landlord,
  property agent, real estate investor
construction = plumber by trade, spark, painter and decorator, decorator, brick layer, stonemason, glazier, fencer, groundworker, heating engineer, gas engineer, sparky, chippy, brickie, quantity surveyor on site, builder, contractor, general contractor, roofer, plumber, electrician, carpenter, joiner, bricklayer,
  site manager, landscaper, plasterer, scaffolder, remodeler, kitchen fitter, handyman, tiler
insurance = insurance broker, insurance agent, underwriter, crop insurance agent, loss adjuster
accounting = accountant, cpa, bookkeeper, tax adviser, tax advisor, chartered accountant, auditor, tax accountant,
  tax preparer, enrolled agent
finance = venture capitalist, loan officer, mortgage lender, financial adviser, financial advisor, mortgage broker, mortgage adviser, mortgage advisor, loan officer,
  financial planner, wealth manager, banker, ifa
education = driving instructor, professor, school administrator, music teacher, tutor, teacher, headteacher, head teacher, school secretary, lecturer, tutor, registrar at school, driving
  instructor
software = software developer, software engineer, web developer, app developer, programmer
marketing = social media manager, content creator, copywriter, graphic designer, web designer, brand designer, marketer, brand consultant, seo consultant
recruitment = recruiter, headhunter, recruitment consultant
logistics = freight forwarder, haulier, truck driver, courier, freight broker, dispatcher
hospitality = landlord of a pub, hotel manager, bar manager, hotelier, restaurateur, chef, caterer, publican, innkeeper
events = wedding planner, event planner, event manager, party planner, wedding organiser, events planner
automotive = car dealer, mechanic, car salesman, truck dealer, used car dealer
fitness = personal trainer, yoga teacher, yoga instructor, pilates instructor, fitness coach
beauty = hairdresser, beautician, barber, tattoo artist, nail technician
translation = translator, interpreter, sworn translator
consulting = consultant, hr consultant, business coach, life coach, management consultant, management consultant, business consultant, freelance consultant, independent consultant
architecture = architect, interior designer, surveyor, quantity surveyor, landscape architect
engineering = structural engineer, civil engineer, mechanical engineer
agriculture = arable farmer, pig farmer, shepherd, forester, agronomist, sheep farmer, dairy farmer, rancher, beekeeper, farmer, winemaker, grower
media = line producer, film maker, producer, director of photography, editor, photographer, wedding photographer, filmmaker, videographer, film producer, journalist, publisher, musician
funeral = undertaker, funeral director
nonprofit = church administrator, parish secretary, minister of, pastor, vicar, charity worker
food = baker, butcher, cheesemaker
photography = photographer
government = registrar, town planner, councillor
`);

/** Who works in such a business and in hardly any other. */
export const staff = vocabularyOf(`
legal = attorney, lawyer, solicitor, paralegal
healthcare = dentist, hygienist, nurse, doctor, physio, carer, caregiver
veterinary = vet
recruitment = recruiter
real_estate = realtor
construction = roofer, electrician, plumber, carpenter
education = teacher
accounting = accountant, bookkeeper
automotive = mechanic
translation = translator, interpreter
beauty = stylist
architecture = architect
`);
