import { vocabularyOf } from './lines.ts';

/** Kinds of business: who says one of these of himself works in that industry. */
export const businesses = vocabularyOf(`
legal = law firm, law office, law practice, law company, legal practice, legal firm, legal services, solicitors,
  solicitor firm, solicitors firm, firm of solicitors, firm of lawyers, barristers chambers, chambers, notary
  office, notary practice, notaries, conveyancing firm, conveyancers, litigation firm, legal aid clinic, patent
  firm, attorneys office, legal department of
healthcare = clinic, medical practice, doctors surgery, doctors office, doctor's office, doctor's surgery, gp
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
real_estate = coworking space, co working space, coworking company, hoa, homeowners association, condo association, community management company, real estate brokerage,
  real estate agency, real estate company, real estate firm, real estate office, real estate team, real estate,
  realty, brokerage of homes, estate agency, estate agents, estate agent's, letting agency, lettings agency, letting
  agents, lettings, property management company, property management firm, property management, property manager,
  property company, property firm, property developer, property development, realtors office, commercial property,
  title company, escrow company, block management, housing agency, vacation rentals, holiday lets, holiday rentals,
  rental agency, realtors, property letting, student lets, flat rentals
construction = electrical contracting, electrical contracting business, contracting business, contracting company, mechanical contractor, crane company, crane hire, plant hire, tool hire, construction company, construction firm,
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
finance = microfinance bank, microfinance, mortgage broker, mortgage brokers, mortgage brokerage, mortgage company,
  mortgage lender, mortgage firm, mortgages, bank, credit union, lender, lending company, wealth management, wealth
  management firm, financial advisers, financial advisors, financial advisory, financial planning firm, financial
  planning, financial services, investment firm, investment company, private equity, venture capital, hedge fund,
  fintech, fintech company, fintech startup, asset manager, asset management, pension adviser, loan company,
  factoring company, equipment finance, leasing company, building society, advisory firm for pensions
education = primary school, secondary school, day school, high school, boarding school, private school, independent
  school, elementary school, language school, driving school, music school, school district, school, nursery school, nursery chain, nurseries, day nursery, children's nursery,
  university, college, preschool, daycare, daycare center, childcare center, nursery for children, kindergarten,
  tutoring company, tutoring business, tutoring agency, training company, training provider, academy, education
  company, edtech, edtech company, charter school, montessori, community college, training centre, training center
software = software company, software startup, software firm, software business, software house, saas company, saas
  startup, saas business, tech startup, tech company, startup in tech, app developer, software developers, software,
  saas, it company, it services company, it services firm, it services, it consultancy, it consulting, it support
  company, managed service provider, msp, web development agency, app company, software agency, software vendor,
  games studio, game studio, gaming studio, cyberguards, cctv monitoring, security company, cyber security company, data company, ai startup,
  ai company, it provider, it firm, computer company
marketing = marketing agency, marketing company, marketing firm, creative agency, advertising agency, ad agency,
  digital agency, design agency, pr agency, pr firm, branding agency, media agency, social media agency, web agency,
  web design agency, seo agency, design studio, branding studio, content agency, marketing, advertising, public
  relations, digital marketing, communications agency, web design, graphic design studio, influencer agency
recruitment = temporary work agency, temp work agency, work agency, recruitment company, recruitment agency,
  recruitment firm, recruitment consultancy, recruiting firm, recruiting agency, recruiting company, staffing
  agency, staffing firm, staffing company, recruiters, temp agency, headhunters, headhunting firm, executive search,
  executive search firm, employment agency, recruitment, staffing, recruiting, search firm
logistics = logistics company, logistics firm, logistics business, freight forwarder, freight forwarding, freight
  forwarding company, freight broker, freight brokerage, freight company, trucking company, trucking business,
  trucking firm, trucking, haulage company, haulage firm, haulage, hauliers, courier company, courier firm, courier
  business, shipping company, shipping firm, warehouse company, warehousing, transport company, transport firm,
  transportation company, moving company, removals company, removals firm, removal firm, delivery company,
  logistics, freight, shipping agent, customs broker, fleet company, distribution centre, parcel company
hospitality = hotel, hotels, hotel group, guest house, guesthouse, bed and breakfast, restaurant, restaurants,
  restaurant group, cafe, coffee shop, pub, pubs, pub group, catering company, catering business, caterer, caterers,
  catering, resort, hospitality group, hospitality company, hospitality, wedding venue, conference centre, hostel,
  bakery, brewery, food truck, campsite
events = events company, event company, events agency, event agency, events business, event planning company, event
  planners, event management company, wedding planner, wedding planners, wedding planning business, wedding
  planning, event production company, festival, conference organiser, conference organizer, party planners, events
  firm, marquee hire, marquee company, party hire, exhibition company, trade show company, event management, event
  planning
manufacturing = manufacturer, manufacturing company, manufacturing firm, manufacturing business, manufacturing
  plant, manufacturing, manufacturers, factory, machine shop, fabricator, metal fabrication, steel fabrication,
  foundry, valve manufacturer, food manufacturer, packaging company, plastics company, furniture maker, furniture
  manufacturer, chemical company, engineering works, machine builder, toolmaker, production plant, printing company,
  print shop, sawmill, textile company, injection moulding, injection molding, electronics manufacturer, machinery
  company, window frames
retail = grocery chain, supermarket chain, chain of shops, chain of stores, clothing shop, flower shop, gift shop,
  toy shop, book shop, bookshop, bookstore, pet shop, wine shop, phone shop, shoe shop, jewellery shop, retailer,
  retail company, retail business, retail chain, retail, online shop, online store, ecommerce company, ecommerce
  business, e commerce, ecommerce, supermarket, boutique, garden centre, garden center, furniture store, jeweller,
  jewellers, jewelry store, bike shop, florist, wine merchant, electronics store, clothing brand, web shop, webshop,
  hardware store, grocery store
wholesale = supply company, supply house, supplies company, builders merchants, merchants, wholesaler, wholesale company, wholesale business, wholesalers, distributor, distribution company,
  distributors, import export, importer, importers, trading company
automotive = pre owned vehicles, used vehicles, vehicles, car dealership, auto dealership, dealership, car dealer, truck dealer, truck dealership, car dealers,
  used car dealer, used cars, garage, auto repair shop, auto body shop, body shop, car rental company, car rental,
  car hire company, car hire, mechanic shop, motor dealer, motor group, motorcycle dealer, rv dealer, auto shop,
  auto group, tire shop, tyre shop, vehicle leasing
fitness = gym, gyms, fitness studio, fitness studios, yoga studio, pilates studio, crossfit box, crossfit gym,
  personal training studio, personal training, climbing gym, climbing centre, martial arts studio, martial arts
  school, dance studio, sports club, fitness company, fitness club, health club, swim school, leisure centre,
  bouldering gym, boxing gym
beauty = salon, hair salon, beauty salon, nail salon, barber shop, barbershop, barbers, spa, day spa, med spa,
  medspa, tattoo studio, tattoo shop, tattoo parlour, aesthetics clinic, beauty clinic, lash studio
energy = solar company, solar installer, solar business, solar firm, solar panels, solar, residential solar, energy
  company, energy firm, energy supplier, renewable energy, renewables, wind farm, utility company, utilities, heat
  pump installer, heat pumps, ev charging company, oil and gas, oil company, gas company, electricity supplier,
  power company
nonprofit = charity, adoption agency, foster agency, fostering agency, housing co op, housing coop, housing cooperative, co op, cooperative, sports association,
  residents association, community group, nonprofit, nonprofit organization, nonprofit organisation, foundation,
  ngo, church, food bank, housing association, charitable trust, voluntary organisation, community organisation,
  community organization, parish, social enterprise, animal shelter, animal rescue, dog rescue, cat rescue, dog shelter, museum, trade association,
  friends of, hospice charity, youth charity, religious community
sports = football club, rugby club, cricket club, sports team, tennis club, golf club, athletics club, rowing club, swimming club, hockey club
photography = photography business, photography studio, photo studio
biotech = biotech company, biotech startup, biotech, gene therapy
design = web design, web design agency, graphic design, design agency, design studio, graphic design studio, product design
government = city clerk, clerk's office, city clerk's office, municipality, city council, town council, county council, local council, council, town hall, city hall,
  local authority, government department, government agency, state agency, federal agency, public authority,
  ministry, town clerk, police department, fire department, borough, public sector, public administration, city
  government, county government, district council, government
translation = translation agency, translation company, translation office, translation bureau, translation business,
  translation firm, translation, translators, interpreting agency, language services, localization company,
  localisation company, language service provider
consulting = consulting firm, consulting company, consulting business, consultancy, consultancy firm, management
  consultancy, consulting practice, management consultants, strategy consulting, consulting, business consultants,
  advisory firm, executive coaching, coaching business, business coaching, coaching, life coaching, hr consultancy,
  hr consulting, engineering consultancy, environmental consultancy
architecture = architecture firm, architecture practice, architectural practice, architectural firm, architects
  practice, architects office, architects, architecture studio, interior design studio, interior design firm,
  interior design, landscape architects, surveying firm, surveyors, quantity surveyors
engineering = engineering firm, engineering company, engineering practice, structural engineers, engineering
  business
agriculture = farm, farms, dairy farm, farming business, agricultural company, agriculture, vineyard, winery, plant
  nursery, grower, growers, agribusiness, stables, horse stables, livery yard, orchard
media = film company, production company, film production, video production, video production company, tv
  production, publishing house, publisher, publishing company, newspaper, magazine, record label, music label, radio
  station, photography business, photography studio, podcast studio, podcast company, media company, post
  production, animation studio, film studio, music management
telecom = telecom company, telecoms company, telecoms, telecommunications company, telecommunications, telecom,
  internet provider, isp, broadband provider, mobile operator, phone company, fibre company, fiber company
travel = travel agency, travel agents, travel company, tour operator, tour company, tours, airline, cruise company,
  charter company, yacht charter, boat charter, travel business, tourism
security = security company, security firm, guarding company, alarm company, alarm installer, security business,
  locksmiths
cleaning = cleaning company, cleaning business, cleaning firm, cleaning service, commercial cleaning, janitorial
  company, janitorial services, cleaning contractor, facilities management, facilities management company, facility
  management, pest control, pest control company, pool service, pool company, waste management company, waste
  company
pharma = pharmaceutical company, pharma company, pharma, biotech, biotech company, biotech startup, life sciences,
  life sciences company, clinical research organisation, clinical research organization, clinical trials, clinical
  research, lab, laboratory, medical laboratory
aerospace = aerospace company, aerospace supplier, aviation company, aviation, aircraft maintenance, defence
  contractor, defense contractor, flight school, drone company
entertainment = band, rock band, theatre, orchestra, dance company, circus, theater, cinema, nightclub, amusement
  park, escape rooms, escape room, talent agency, music venue, band management
funeral = funeral home, funeral directors, funeral director, funeral business, undertakers
`);

/** What a person of that industry calls himself: "I'm a dentist". */
export const professions = vocabularyOf(`
legal = lawyer, solicitor, attorney, barrister, paralegal, conveyancing solicitor, conveyancer, notary, legal
  secretary, patent attorney, family lawyer, legal assistant, litigator
healthcare = doctor, gp, dentist, dental hygienist, nurse, physio, physiotherapist, physical therapist,
  chiropractor, pharmacist, psychologist, psychotherapist, therapist, optometrist, surgeon, orthodontist, midwife,
  osteopath, doula, speech therapist, massage therapist, acupuncturist, nutritionist, occupational therapist,
  dermatologist, counsellor, dietician
veterinary = vet, veterinarian, vet nurse, veterinary nurse
real_estate = estate agent, letting agent, lettings agent, realtor, real estate agent, real estate broker, landlord,
  property agent, real estate investor
construction = builder, contractor, general contractor, roofer, plumber, electrician, carpenter, joiner, bricklayer,
  site manager, landscaper, plasterer, scaffolder, remodeler, kitchen fitter, handyman, tiler
insurance = insurance broker, insurance agent, underwriter, crop insurance agent, loss adjuster
accounting = accountant, cpa, bookkeeper, tax adviser, tax advisor, chartered accountant, auditor, tax accountant,
  tax preparer, enrolled agent
finance = financial adviser, financial advisor, mortgage broker, mortgage adviser, mortgage advisor, loan officer,
  financial planner, wealth manager, banker, ifa
education = teacher, headteacher, head teacher, school secretary, lecturer, tutor, registrar at school, driving
  instructor
software = software developer, software engineer, web developer, app developer, programmer
marketing = copywriter, graphic designer, web designer, brand designer, marketer, brand consultant, seo consultant
recruitment = recruiter, headhunter, recruitment consultant
logistics = freight forwarder, haulier, truck driver, courier, freight broker, dispatcher
hospitality = hotelier, restaurateur, chef, caterer, publican, innkeeper
events = wedding planner, event planner, event manager, party planner, wedding organiser, events planner
automotive = car dealer, mechanic, car salesman, truck dealer, used car dealer
fitness = personal trainer, yoga teacher, yoga instructor, pilates instructor, fitness coach
beauty = hairdresser, beautician, barber, tattoo artist, nail technician
translation = translator, interpreter, sworn translator
consulting = management consultant, business consultant, freelance consultant, independent consultant
architecture = architect, interior designer, surveyor, quantity surveyor, landscape architect
engineering = structural engineer, civil engineer, mechanical engineer
agriculture = farmer, winemaker, grower
media = photographer, wedding photographer, filmmaker, videographer, film producer, journalist, publisher, musician
funeral = undertaker, funeral director
nonprofit = pastor, vicar, charity worker
`);

/** What such a business does: "we install solar panels", "I do weddings". */
export const activities = vocabularyOf(`
legal = family law, employment law, immigration law, criminal law, conveyancing, litigation, probate, personal
  injury, wills and estates, estate planning, commercial law, corporate law, patents, wills, divorce cases,
  immigration cases
healthcare = dentistry, physiotherapy, home care, physical therapy, dental work
real_estate = lettings, property management, house sales, residential lettings, rent out flats, rent out apartments,
  manage properties, sell houses, sell homes, let flats, manage rentals, rent apartments
construction = roofs, roofing, kitchens, loft conversions, extensions, plumbing, electrical work, renovations,
  remodels, remodeling, driveways, fencing, decking, bathrooms, groundworks, build houses, build homes, drywall,
  flooring, home improvements, windows and doors, decks, landscaping, air conditioning
insurance = commercial lines, crop insurance, car insurance, life insurance, health insurance, insurance
accounting = tax returns, bookkeeping, accounts for small businesses, taxes, audits, payroll for
finance = mortgages, loans, financial advice, wealth management, pensions, lending, equipment leasing
software = software, apps, saas, it support, web development, cyber security, build apps, games, mobile apps
marketing = ads, branding, social media, seo, websites for, marketing campaigns, web design, advertising, ads and
  social, pr, ux design, graphic design, ui design, copywriting, content writing
recruitment = recruitment, staffing, executive search, place nurses, place engineers, temp workers, headhunting,
  place candidates, recruiting
logistics = freight, haulage, removals, deliveries, trucking, move freight, ship freight, shipping, last mile, house
  moves, moving and storage
events = marquees, marquees and portaloos, tents for, weddings, conferences, events, product launches, corporate
  events, parties, festivals
hospitality = catering
manufacturing = valves, machine parts, window frames, furniture, packaging, metal parts, castings, bearings, pumps,
  gearboxes
automotive = cars, trucks, used cars, vans, car repairs, motorbikes, motorcycles
energy = solar panels, solar, heat pumps, wind turbines, batteries and solar, residential solar, commercial solar,
  solar installs, boilers and heat pumps, ev chargers, rooftop solar
translation = translations, translation, interpreting, subtitling, translate, localisation, localization
media = films, video production, photography, documentaries, commercials, wedding photography, photograph weddings,
  podcasts, video
travel = tours, holidays, trips, cruises, safaris
cleaning = office cleaning, commercial cleaning, cleaning, pest control, window cleaning
security = alarms, cctv, guarding, security guards
education = tutoring, training courses, driving lessons, language courses, language classes
agriculture = dairy, crops, cattle, wine
fitness = personal training, yoga classes
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
