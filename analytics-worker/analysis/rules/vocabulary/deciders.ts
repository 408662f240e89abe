import { vocabularyOf, wordsIn } from './lines.ts';

/** Those whose word counts when something is bought, by role. */
export const deciders = vocabularyOf(`
boss = boss, manager, line manager, supervisor, higher ups, upper management, senior management, management, leadership,
  leadership team, general manager, office manager, team lead, department head, head of department, vice president,
  vp, head of sales, head of operations, sales director, operations manager, the people upstairs, superiors
owner = owner, founder, cofounder, co-founder, proprietor, coowner, shareholders, investors
partner = partner, business partner, managing partner, senior partner, other partners, associates
executive = ceo, coo, cto, cio, chief, president, managing director, md, director, executive director, principal, executives,
  executive team, exec team, c suite
finance = cfo, finance, finance team, finance department, finance director, finance guy, finance lady, finance people,
  accounts department, controller, bookkeeper, treasurer
procurement = procurement, procurement team, procurement department, purchasing, purchasing department, vendor management
legal = legal team, legal department, lawyers, general counsel, compliance team, compliance officer,
  data protection officer
it = it department, it team, it guy, it guys, it people, it manager, head of it, it director, sysadmin, security team,
  infosec, tech team, our it
board = board, board of trustees, committee, trustees, council, board of directors, steering committee
parent = head office, headquarters, corporate, parent company, franchisor
family = wife, husband, brother, sister, dad, father, mother, mum, mom, son, daughter, spouse
`);

/** Who would work with it, or sign in it, and may not want to. */
export const users = wordsIn(`
team, people, staff, guys, crew, clients, client, customers, lawyers, attorneys, partners, agents, reps, drivers,
technicians, patients, parents, tenants, members, folks, employees, colleagues, users, everyone, everybody, nurses,
doctors, landlords, volunteers, teachers, contractors, subcontractors, suppliers, girls, ladies, lads, boys,
generation, fellas, buyers, sellers, candidates, half of them, most of them, some of them, a lot of them, salespeople,
consultants, foremen, workers, managers, advisors, advisers
`);
