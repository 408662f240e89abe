import { vocabularyOf } from './lines.ts';

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

/** What a person is by the end of the word, of words on no list. */
export const endings = vocabularyOf(`
manufacturing = maker, smith, wright, turner, moulder
healthcare = therapist, iatrist, odontist, opath, practor, ologist, iatrician
engineering = geologist
`);

/** What he is by the noun that his business is called with, of names on no list: "a curling club", "a biscuit works". */
export const heads = vocabularyOf(`
manufacturing = factory, plant, works, mill, workshop, makers, manufacturers, foundry, maker, quarry
sports = club, league, federation, squad
nonprofit = society, association, charity, foundation
education = school, college, academy, institute, faculty, campus
retail = shop, store, stall, boutique, emporium
healthcare = clinic, surgery, hospital
agriculture = farm, plantation, orchard, ranch, growers, croft, smallholding
construction = contractor, contractors, builders, fitters, installers, installer, trades, tradesman
travel = tours, trips, charters, charter, cruises, excursions, safaris
wholesale = distributor, importer, wholesaler, merchant, merchants, trader, traders
hospitality = hotel, restaurant, cafe
automotive = garage, dealership, dealer
culture = museum, theatre, orchestra, gallery, ensemble
media = publisher, magazine, newspaper, podcast, broadcaster
logistics = haulier, carrier, couriers, depot, fleet
finance = bank, lender
insurance = insurer
consulting = consultancy, advisory
government = council, ministry, municipality
engineering = surveyors, engineers, inspectors
`);
