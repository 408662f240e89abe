import { wordsIn } from './lines.ts';

/** Whom a caller counts when he counts his own: they are behind the number, "twelve reps". */
export const ownPeople = wordsIn(`
people, person, persons, staff, staff members, members of staff, employee, headcount, users, user, reps, rep,
sales reps, salespeople, sales people, salesmen, sellers, team members, members on the team, colleagues, coworkers,
co workers, folks, guys, blokes, chaps, crew members, crew, installers, lads, girls, ladies, fellas, men, women,
humans, boys, gals, gal, heads, seats, licences, licenses, logins, accounts for, partners, associates, lawyers, attorneys, solicitors,
paralegals, secretaries, assistants, agents, brokers, advisers, advisors, realtors, consultants, recruiters,
engineers, developers, designers, managers, project managers, case managers, account managers, producers,
coordinators, hygienists, nurses, doctors, dentists, vets, receptionists, technicians, teachers, tutors, trainees,
apprentices, interns, workers, admins, administrators, clerks, officers, case officers, buyers, planners, accountants,
bookkeepers, auditors, analysts, translators, interpreters, editors, architects, surveyors, fee earners, earners,
therapists, pharmacists, coaches, trainers, instructors, dispatchers, drivers, mechanics, roofers, electricians,
plumbers, carpenters, builders, salesman, pms, directors, founders, cofounders, owners, executives, specialists,
supervisors, foremen, estimators, operators, underwriters, closers, hands, souls, bodies, account execs, execs, aes,
csms, sdrs, office staff, back office, bookers, stylists, trustees, fte, ftes, full timers, part timers, full time,
part time, employees total, adults, of us, of you, team mates, teammates, inspectors, carers, caregivers, caseworkers,
case workers, social workers, senders, young fellas, desk staff, front desk, fundraisers, scientists, researchers,
writers, photographers, guides, tour guides, skippers, captains, baristas, reception staff, chefs, waiters, in sales, in the office, in the team, on the team, in accounts, in admissions,
in finance, in hr, in ops, in the back office, in the company, in the firm, in the practice, in my team, in our team,
in the business, at the firm, at the company, at the office, at the practice, in the department, in my department,
in the field, in the agency, in house, strong, headed
`);

/** People whom he does not count as his own. */
export const otherPeople = wordsIn(`
clients, client, customers, customer, members, member, tenants, tenant, patients, patient, students, pupils, guests,
guest, signers, signer, signatories, recipients, candidates, candidate, applicants, subscribers, couples, families,
parents, residents, suppliers, vendors, subs, subcontractors, contractors, freelancers, volunteers, donors, visitors,
followers, kids, children, buyers abroad, shareholders, investors, attendees, delegates, owners of flats, contacts,
leads, prospects, policyholders, landlords, passengers, voters, citizens, companies, firms, households
`);

/** Things that are counted and are neither people nor documents. */
export const otherThings = wordsIn(`
minute, hour, day, week, month, quarter, year, second, office, branch, location, site, store, shop, room, bed, van,
truck, car, vehicle, desk, page, mile, kilometer, floor, building, country, state, city, property, unit, apartment,
flat, house, door, machine, computer, laptop, phone, tablet, time, thing, question, option, tool, vendor, quote from,
company, department, team, plan, step, click, email, call, meeting, percent, dollar, pound, euro, point, star,
version, copy, copies, signature each, field, language, sign, product, project each, hectare, acre, ton, table,
studio, clinic, practice, school, hotel, restaurant, franchise, region, area, line, brand, entity, entities, cent,
buck, quid, reason, problem, chance, o'clock, year old, years old, weeks, months, days, hours, minutes, tier, dot,
letter word, word, character, digit, inch, foot, feet, meter, gig, megabyte, mb
`);

/** Titles of own people who are counted one by one: "me, a hygienist and a nurse". */
export const roles = wordsIn(`
herself, himself, the other one, front desk person, person, helper, staff member, employee, right hand, missus,
other half, girlfriend, boyfriend, fiance, principal, hygienist, nurse, assistant, secretary, receptionist,
bookkeeper, partner, business partner, wife, husband, brother, sister, son, daughter, mum, mom, dad, mother, father,
paralegal, manager, office manager, accountant, apprentice, trainee, intern, colleague, coordinator, girl,
front desk girl, lad, guy, gal, boy, coach, head coach, admin, admin girl, admin lady, va, virtual assistant, cofounder,
associate, lawyer, solicitor, dentist, vet, technician, foreman, estimator, salesman, sales guy, sales lady, designer,
developer, dispatcher, lady in the office, boss, director, clerk, temp, part timer, other guy, other lady,
part time girl, bookkeeper lady, engineer, recruiter, account manager, project manager, deputy, fella, cousin, nephew,
niece, uncle, aunt, sister in law, brother in law
`);
