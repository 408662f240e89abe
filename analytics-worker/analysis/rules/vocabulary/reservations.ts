import { wordsIn } from './lines.ts';

/** Words that hold back, whatever is held back from. */
export const reservations = wordsIn(`
not|never|nobody|noone|nothing|neither|nowhere|hardly|barely, no ..1 use|good|point|way|thanks|chance|need|developer|app|money|time|budget, too|only|just ..1 much|big|many|small|long|slow|complicated|far|few|a|#, would|could ..1 have|need|be|kill|want|rather|feel|hate,
afraid|worry|worries|worried|problem|trouble|thing|shame|pity|issue|snag|catch|risk|scared|nervous|wary|fear, unless|without ..6, if ..2 can|could|does|do|is|has|have not ..4, earliest|latest|park|hold|wait|freeze, forget it|about|that,
really ..4, any chance ..4, hard|difficult|tough to ..2, waste|wasting ..2 time|money, so what is|are the ..1 point, why ..1 would|should ..2,  kill|murder|lynch|hang|shoot me|us, halfway|tied|locked|stuck ..2 through|in|into|with, that is that, and if ..6, made for ..3 others|big|bigger|large`);

/** What is spoken of, by what would stand in the way; each counts for one. */
export const grounds = {
  price: wordsIn(`
price, cost, costs, money, pound, pounds, dollar, dollars, euro, euros, quid, bucks, budget, pay, paying, paid, free, cheaper, cheap, dear, expensive, afford, discount, up front, upfront, fee, fees, bill, number, figure, worth, spend, spending, cash, for fifteen, a month, per month, a year, each, half, double, subscription, invoice, charge, funds, software budget, cheque, penny, pennies, margin`),
  timing: wordsIn(`
january, february, march, april, june, july, august, september, october, november, december, spring, summer, autumn, winter, christmas, easter, next year, this year, this month, this quarter, leave, maternity, paternity, holiday, holidays, off sick, out sick, sick, short staffed, merger, move, season, busy, right now, at the moment, earliest, till, until, park it, freeze, stock taking, later, renewal, year end, audit, term, harvest, swamped, take on, time, timing, weeks, moment, start now`),
  authority: wordsIn(`
boss, director, partner, partners, board, owner, head of, legal, procurement, purchasing, group, head office, headquarters, husband, wife, committee, trustees, council, chairman, manager, approval, sign off, signs the cheques, signs the checks, cheques, tender, decision, decide, say so, permission, allowed, policy, it department, group it, past him, past her, past them, isn me, is not me, my dad, my mother, finance director, cfo, ceo, accountant says, corporate`),
  trust: wordsIn(`
judge, court, legal, legally, law, binding, valid, scam, fraud, fake, forged, safe, safely, secure, security, hacked, hackers, leak, leaked, data, privacy, private, confidential, server, servers, cloud, third party, disappear, bust, bankrupt, trust, believe, who signed, really him, anyone could, fire, stolen, medical stuff, proof, prove, tampered, startups, startup, secretary, robot, ink, identity, passport`),
  integration: wordsIn(`
integrate, integration, connect, connected, connection, link, linked, sync, syncs, api, write back, talk to, talks to, plays, our system, booking system, practice system, practice software, case system, crm, erp, copying everything, copy across, across by hand, typing it twice, typing everything, no developer, developers, rebuild, wire, migrate, migration, plug, work with, works with, export, import, database`),
  feature: wordsIn(`
feature, features, app, phone app, template, templates, language, arabic, french, spanish, german, polish, welsh, witness, witnesses, initials, bulk, offline, signal, logo, account, an account, reminders, fields, attachments, stamp, limit, made for, complicated, fiddly, basic, function, option, options, handwriting, sms, whatsapp, colours, branding, video, notary, support for, missing`),
  competitor: wordsIn(`
competitor, big name, safer with, feel safer, can get me, lets you do, offered to, other crowd, other company, other lot, other one, other guys, three year deal, their tool, better offer, other offer, household name, setup for nothing, in one`),
  status_quo: wordsIn(`
paper, pen, printer, word, filing cabinet, cabinet, folder, folders, by hand, post, handshake, face to face, at the table, at the counter, hold in, change, changed, changing, switch, switching, used to, always, the girls, older, elderly, farmers, old fashioned, old school, not broken, volume, justifies, need it, works, fine, grand, happy, habit, learn, another thing, another system, people round here, computers, technical, bother, hassle, see the point, couple a month, as we are, as it is`),
} as const;

/** He says himself that it is none. */
export const unworried = wordsIn(`
not|no|never ..2 problem|issue|worry|worries|bother|trouble|rush|hurry|matter|objection|doubt|complaints, not ..2 worried|bothered|fussed, could|can not tell|say|hear|remember|wait, not ..1 bad, not ..2 what i|we meant, do not ..1 mind`);
