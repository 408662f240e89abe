import { vocabularyOf } from './lines.ts';

/** What such a business does: "we install solar panels", "I do weddings". */
export const activities = vocabularyOf(`
legal = family law, employment law, immigration law, criminal law, conveyancing, litigation, probate, personal
  injury, wills and estates, estate planning, commercial law, corporate law, patents, wills, divorce cases,
  immigration cases
healthcare = look after patients, treat patients, physio, hearing tests, home visits, dentistry, physiotherapy, home care, physical therapy, dental work
real_estate = sell their house, sell apartments, sell off plan, off plan apartments, off plan, sell flats, sell property, let houses, let around, student rooms, rent out, apartments, find them the buyer, manage buildings, manage blocks, lettings, property management, house sales, residential lettings, rent out flats, rent out apartments,
  manage properties, sell houses, sell homes, let flats, manage rentals, rent apartments
construction = build swimming pools, swimming pools, build pools, insulate houses, fit windows, lay floors, lay driveways, fit boilers, build gyms, build schools, put up buildings, put up sheds, the steel, scaffolding, fit kitchens, fit bathrooms, put up houses, dig foundations, pour concrete, lay bricks, roofs, roofing, cranes, sparkies, roofs, roofing, kitchens, loft conversions, extensions, plumbing, electrical work, renovations,
  remodels, remodeling, driveways, fencing, decking, bathrooms, groundworks, build houses, build homes, drywall,
  flooring, home improvements, windows and doors, decks, landscaping, air conditioning
insurance = insure, cover for farmers, sell them the cover, policies for, commercial lines, crop insurance, car insurance, life insurance, health insurance, insurance
accounting = people's books, do their accounts, do their books, vat returns, year end, do accounts, tax, tax returns, bookkeeping, accounts for small businesses, taxes, audits, payroll for
finance = debt recovery, recover debts, collect debts, payment plans, invest money, arrange mortgages, lend money, invest, mortgage, mortgages, loans, financial advice, wealth management, pensions, lending, equipment leasing
software = software, apps, saas, it support, web development, cyber security, build apps, games, mobile apps
marketing = ads, branding, social media, seo, websites for, marketing campaigns, web design, advertising, ads and
  social, pr, ux design, graphic design, ui design, copywriting, content writing
recruitment = place nurses, place teachers, place drivers, find cfos, find staff, find candidates, temps, supply staff, supply teachers, recruitment, staffing, executive search, place nurses, place engineers, temp workers, headhunting,
  place candidates, recruiting
logistics = move freight, bring the containers, containers, long haul, pallets, drive for, freight, haulage, removals, deliveries, trucking, move freight, ship freight, shipping, last mile, house
  moves, moving and storage
events = organise weddings, marquee, marquees, marquees and portaloos, tents for, weddings, conferences, events, product launches, corporate
  events, parties, festivals
hospitality = catering
manufacturing = make parts, aircraft parts, make windows, make doors, make tools, weld, valves, machine parts, window frames, furniture, packaging, metal parts, castings, bearings, pumps,
  gearboxes
automotive = pre owned vehicles, preowned vehicles, vehicles, panel beating, service cars, fix cars, sell vans, cars, trucks, used cars, vans, car repairs, motorbikes, motorcycles
energy = install chargers, chargers for electric cars, ev chargers, wind farms, install panels, solar panels, solar, heat pumps, wind turbines, batteries and solar, residential solar, commercial solar,
  solar installs, boilers and heat pumps, ev chargers, rooftop solar
translation = translating, translate documents, translating patents, translations, translation, interpreting, subtitling, translate, localisation, localization
media = films, video production, photography, documentaries, commercials, wedding photography, photograph weddings,
  podcasts, video
travel = tours, holidays, trips, cruises, safaris
cleaning = scrub, clean schools, clean offices, clean at night, clean hospitals, clean windows, office cleaning, commercial cleaning, cleaning, pest control, window cleaning
security = guards, doors, door staff, alarm systems, alarms, cctv, guarding, security guards
education = teach, teach kids, teach english, run courses, teach year, tutoring, training courses, driving lessons, language courses, language classes
agriculture = grow, grow mushrooms, grow vegetables, sheep, milk cows, pigs, potatoes, keep bees, dairy, crops, cattle, wine
fitness = personal training, yoga classes
retail = flowers, bouquets, sell shoes, sell clothes, sell furniture, sell bikes, sell books, sell toys, sell phones
veterinary = farm vet, large animal vet, fix the dog, treat dogs, treat animals, treat horses, look after animals
architecture = draw the buildings, draw buildings, design houses, design buildings, planning applications
photography = shoot weddings, photograph, headshots, newborns, portraits
telecom = lay fibre, broadband, sell broadband, mobile contracts, phone systems
culture = lend paintings, exhibitions, paintings
food = bake, bake cakes, cakes, make cheese, brew beer, roast coffee, make chocolate, sandwiches
design = logos, packaging design
biotech = gene therapy, clinical studies, preclinical
pharma = distribute medicines, medicines, sell medicines, make medicines, clinical trials
wholesale = import cosmetics, imports cosmetics, import wine, import food, import furniture, imports, import, distribute, supply shops, supply restaurants
`);
