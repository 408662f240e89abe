import { wordsIn } from './lines.ts';

/** Ways of doing it without a tool for it: all of them are `manual`. */
export const manual = wordsIn(`
biro, biros, docket book, carbon book, receipt book, order book, order pad, duplicate booklet, triplicate, in duplicate, ink pad, thumbprint, thumb print, rubber stamp, the stamp,
back of a card, back of an envelope, coaster, napkin, on the paper, sheet of paper, sheets of paper, bits of paper, piece of paper, pieces of paper, scrap of paper, stamp paper,
paper copies, paper version, paper based, handshake, shake hands, word of mouth, verbal, verbally, over the counter, ledger, exercise book, the book, posting, posted, stamped envelope, registered letter, recorded delivery, by hand,
word attachment, word files, word file, photo of the, photos of the, photograph it, take a photo, ballpoint, fountain pen, pencil, typewriter, telex, pigeonhole, in tray, lever arch, manila, hand them out, hand it over, hand them over, hands them,
as pdfs, as a pdf, as pdf, in an email, two copies, print two copies, in a box, paper slips, paper slip, it is paper,
scanner and outlook, scanner and email, photo of it, email back a photo, with a folder, carrying those binders,
by courier, paper, on paper, pen and paper, paper form, paper copy, print, printed, prints, printing,
print out, printer, scan, scanned, scanning, scans, scanner, word doc, word document, word template,
word docs, in word, pdf by email, pdf by mail, pdfs by email, email a pdf, email pdf, emailing pdf, email the pdf,
pdf in an email, pdf attached, pdf attachment, email a word doc, email them, email it, email attachment, by email,
over email, through email, email back and forth, by post, in the post, the post, post them, post it, we post,
posting them, we mail, mail them, mail it, mailing, snail mail, royal mail, by mail, courier, couriers, fedex, ups,
dhl, fax, fax machine, faxing, faxes, faxed, with a pen, pen, wet ink, wet signature, wet signatures, ink,
manually, all manual, manual, clipboard, clipboards, filing cabinet, filing cabinets, ring binder, binder, binders,
carbon paper, carbon copy, in triplicate, letterbox, envelope, envelopes and stamps, stamp and envelope, walk it,
walk them, in person, hand deliver, hand delivered, hand deliver them, drive over, drive out, drive it,
whatsapp photo, sign it and scan it, print sign scan, print and sign, printing and signing, sign and scan,
scan and send, scan it back, excel, word and email, word and pdf, nothing really, old school, old fashioned way,
notebook, handwritten, write it out, pad, duplicate book, carbonless, physical copy, physical copies, hard copy,
hard copies, hardcopy, face to face, google_docs, paperwork by hand, signed by hand, photocopy, photocopies,
in a folder, folders, word
`);
/** Manual ways that are so only together with another of them, or when he was asked. */
export const weakManual = new Set(
  wordsIn(`
the stamp, coaster, napkin, handshake, shake hands, verbal, verbally, over the counter, ledger, the book, posting, posted, fountain pen, pencil, biro, biros, photo of the, photos of the, take a photo, sheets of paper, piece of paper, pieces of paper, word of mouth, thumbprint, thumb print, hand it over, hand them over, hands them, folders, in a folder, with a folder,
in an email, word, paper, excel, email them, email it, by email, in person, pad, pen, print, binder,
envelope, ink, google_docs, the post, ups, over email, printer, manual, scan, scans, walk it, mail it,
post it, notebook, through email, face to face, in word, mailing, scanner, nothing really, old school
`),
);

/** Frames around a system: that he left it, or looks at it. */
export const left = wordsIn(`
dropped the|our, dropped, left|quit|dumped|ditched|binned|cancelled|canceled|abandoned|scrapped|axed ..2,
moved|switched|came|got|went|migrated|walked|moving|switching off|away|from|rid|over ..3,
stopped|gave using|up|with|paying ..2, used|had|tried|were|was to|with|on|for|out|using|have? ..3,
before|previously|formerly|originally ..4, old|previous|former|last ..2, no longer ..3,
not ..3 use|using|have|with|on ..2, burned|burnt by ..1, phasing|phased|phase out ..2, fed up with ..1,
instead of ..1, the|last ..2 we had
`);
export const leftBehind = wordsIn(`
until last|recently|january|march|may,
but we|i ..2 stopped|quit|left|cancelled|canceled|binned|dropped|moved|ditched|dumped,
we|i used to have|use|be, and|which we|i? ..2 stopped|quit|left|cancelled|canceled|binned|dropped|moved|ditched|dumped, before that,
is|are|was gone|dead|history, for ..3 and|but ..2 binned|quit|left|dropped|cancelled|stopped|ditched, no more,
any|anymore more?, once, in the past, back then, ages ago
`);
export const looking = wordsIn(`
look|looking|looked ..1 at|into ..3, compare|comparing|compared ..5, versus|vs|against|than|like|unlike ..1,
talking|spoke|speaking|talked ..1 to|with ..2,
trial|trialled|trialed|trialling|trialing|demo|demos|demoed|quote|quotes|evaluating|considering|consider|tried|try|trying|testing|pilot|piloting|shortlist|shortlisted|recommended|suggested|mentioned|heard|saw|seen of|from|about|with|between|for|was|is|includes? ..4,
how ..4 compare|different|better ..2, price|prices|pricing|cost of ..1, or ..1, also ..2,
import|imported|importing|migrate|migrating|export ..2 from ..1, is|are ..2 cheaper|better|eight, similar to,
someone|somebody|they|he|she|people|everyone|everybody says|said|uses|use|has|have|recommended|mentioned ..2
`);
