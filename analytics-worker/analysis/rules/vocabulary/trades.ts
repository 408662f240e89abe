import { vocabularyOf } from './lines.ts';

/** Whom and what people of an industry speak of all day: where he names no business, two of these tell it as well. */
export const trades = vocabularyOf(`
legal = litigation, court filing, paralegals, attorneys, our cases, probate, conveyancing, opposing counsel, our matters, retainers, visa cases
healthcare = patients, patient, surgery, caregivers, ward, hygienist, clinicians, treatments, x rays, appointments, practitioners
veterinary = pets, pet owners, neutering, vaccinations, animals on, vet nurses, vets
real_estate = tenants, landlords, apartments, flats, viewings, listings, tenancy, tenancies, buyers and sellers, off plan, properties, sold units, rentals, reservation form, leases, housing units, realtors
construction = job site, building site, roof, roofs, roofers, scaffolding, foreman, subcontractors, subbies, cranes, crane, concrete, hail season, bricklayers, electricians, plumbers, tradesmen, site managers, blueprints
education = pupils, students, classroom, my class, headteacher, the head's, teachers, school trip, term time, enrolment, tuition, lessons, learners
hospitality = guests, hotel rooms, check in, menu, waiters, chefs, kitchen staff, banquets, covers, wedding parties
events = marquees, caterers, brides, event season, exhibitors, venues
logistics = drivers, lorries, freight, shipments, containers, pallets, hauliers, loads, dispatchers, transport orders, customs papers
automotive = test drives, forecourt, vehicles, showroom, mechanics, used cars, trade ins, car buyers
agriculture = harvest, combine, barley, wheat, cattle, sheep, lambing, tractors, tractor, crop, crops, cows, baler, milking, dairy, orchard, co op's machine, farmers
fitness = gym, gym members, treadmill, trainers, classes
nonprofit = donors, volunteers, beneficiaries, grants, trustees, fundraisers, charity shop
recruitment = candidates, temps, placements, new hires for clients, recruiters, job seekers
insurance = policyholders, underwriters, premiums, claims handlers, insured
finance = loan officers, borrowers, portfolio companies, limited partners, investors, mortgages, subscription documents
manufacturing = shop floor, production line, assembly line, factory floor, machinists, machined parts, aircraft parts, suppliers audit
accounting = tax season, tax returns, vat returns, year end accounts, self assessment, audit clients, article clerks
government = citizens, taxpayers, council members, residents, permits, ordinances
software = developers, sprint, app users, saas, our platform, release
retail = our shops, store managers, checkout, tills, shoppers, stockroom
marketing = campaigns, brand, ad spend, creatives
energy = solar panels, installs, turbines, heat pumps
beauty = stylists, nail techs, haircuts
translation = translators, interpreters
cleaning = cleaners
architecture = drawings, planning permission
culture = paintings, exhibitions, exhibition, sculptures, curators, museum, gallery
food = cakes, bake, baking, cheese, sandwiches
`);
