import { vocabularyOf, wordsIn } from './lines.ts';

/** What he does, by its verb, whatever it is done to or with: "we insure farms", "I translate patents", "we ship olive oil". */
export const tradeVerbs = vocabularyOf(`
manufacturing = make, manufacture, produce, weave, stitch, sew, knit, forge, weld, cast, mould, mold, carve, assemble, fabricate, extrude, bind, build, craft, print, machine, tan, engrave, upholster, galvanise, laminate
logistics = ship, haul, freight, transport, deliver, truck, warehouse, store, forward
wholesale = import, distribute, wholesale, export
agriculture = grow, farm, breed, raise, harvest, milk, plant, graze
food = bake, brew, roast, distil, distill, smoke, pickle, ferment, butcher
insurance = insure, underwrite
translation = translate, interpret, subtitle, transcribe
photography = photograph
media = film, publish, broadcast, stream, podcast
consulting = advise
cleaning = clean, scrub, sweep, hoover, launder, fumigate
education = teach, tutor
healthcare = treat, nurse
security = guard, patrol
recruitment = recruit, headhunt
finance = lend, finance
construction = roof, plaster, tile, pave, renovate, demolish, scaffold, rewire, insulate, decorate, landscape, excavate, drill
travel = guide
nonprofit = rehome, rescue, shelter, fundraise
software = code, program
legal = litigate, prosecute, defend
funeral = bury, cremate, embalm
real_estate = let
sports = coach
culture = exhibit, curate, auction
architecture = design
automotive = restore
`);

/** Done to people it is the work of an agency, whatever these are: "we place nurses", "we find engineers for hospitals". */
export const placingVerbs = wordsIn(`
place, recruit, headhunt, find, supply, provide, source, second, deploy, man, crew
`);
/** Whom agencies place; who supplies guards or cleaners guards and cleans himself. */
export const placedPeople = wordsIn(`
people, workers, nurses, doctors, locum doctors, carers, engineers, developers, programmers, drivers, welders, chefs, cooks, waiters, teachers,
supply teachers, supply staff, temp staff, temps, staff, candidates, electricians, plumbers, bricklayers, labourers, seafarers, seamen, sailors,
accountants, secretaries, nannies, au pairs, housekeepers, warehouse workers, warehouse staff, managers, executives, lawyers, pharmacists,
dentists, contractors, freelancers, technicians, mechanics, pickers, farm workers, operators, receptionists, consultants, care staff, midwives
`);

/** Of things that tell no trade of their own. */
export const plainVerbs = vocabularyOf(`
retail = sell
construction = install, fit
logistics = move, carry
travel = fly
events = host, organise, organize
`);

/** Trades of making: who makes one of theirs is one of them, and who makes anything else makes things. */
export const makingTrades = new Set([
  'food',
  'agriculture',
  'software',
  'media',
  'pharma',
  'biotech',
  'healthcare',
  'culture',
  'entertainment',
  'aerospace',
  'marketing',
  'photography',
  'translation',
  'events',
  'hospitality',
  'education',
  'design',
  'it_services',
]);

/** What everybody makes, ships or builds, and what tells another trade of him who does. */
export const anyObjects = wordsIn(`
a, an, the, it, up, our, software, apps, app, websites, games, contracts, proposals, quotes, offers,
agreements, by, all, in, no, two, decisions, sense, sure, calls, appointments, do, weddings, us, of, on, not, to, them,
houses, homes, extensions, bridges, roads, schools, walls, him, her, me, his, less, copies, copy, mistakes, trouble,
progress, notes, lists, templates, test, tests, tools, platforms, pools, decks, patios, gardens, clear, peace,
staff, people, you, customers, clients, signature, signatures, pdf, pdfs, email, emails, money, teams, one, ones,
and, is, for, at, with, from, off, out, i, we, but, or, go, screens, logos, things, stuff, payment, payments, as, my, your
`);

/** Whatever stands before them, none of these is made in a workshop: "a scheduling app". */
export const neverMade = wordsIn(`
app, apps, software, platform, platforms, website, websites, game, games, film, films, video, videos, tool, tools
`);
