import { wordsIn } from './lines.ts';

/** Words that stand beside "sign" and are no document: who signs, where, when and how, and what is only a piece of paper. */
export const notPapers = wordsIn(`
document, documents, docs, letter, letters, agreement, paperwork, papers, piece, pieces, page, pages, copy, copies, signature, signatures, contract,
small, smaller, large, larger, tiny, huge, average, packet, sheet, sheets, clipboard, pencil, finger, fingers, screen, tablet, tablets, iphone, ipad, mobile, device, counter, table, doorstep,
driver, drivers, owner, owners, parents, parent, tenant, tenants, buyer, buyers, seller, sellers, member, members,
guest, guests, patient, families, students, couple, couples, bride, child, children, kids, mother, father, folks,
folk, staff, crew, lads, girls, managers, manager, director, directors, partner, partners, lawyer, lawyers, notary, witness,
council, committee, board, school, church, clinic, hospital, court, agency, agencies, supplier, suppliers, vendor, vendors,
monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekend, morning, afternoon, evening, night, january,
february, march, april, june, july, august, september, october, november, december, summer, winter, spring, autumn,
electronically, digital, digitally, electronic, remote, remotely, person, personally, twice, blind, blank, properly, electronics,
anywhere, everywhere, somewhere, abroad, straight, first, last, then, them, into, hiya, hello, yeah, thanks,
because, cause, cannot, also, bunch, load, pile, stack, amount, range, variety, mixture, mixed, various, several, different, individual, regular,
general, whole, typical, obviously, essentially, primarily, largely, whenever, maybe, perhaps, think, guess, suppose,
dear, mate, love, sir, madam, gosh, lord, heaven, christ, bloody, damn, wait, haha, share, altogether, medicine, hang, hold, listen, look, well, like,
language, ones, crowd, thereabouts, registrar, government, varies, clock, boxes, rubbish, hand, hands, people, persons, couldn, wouldn, don, doesn, isn, before, after, when, while, where, with
`);
