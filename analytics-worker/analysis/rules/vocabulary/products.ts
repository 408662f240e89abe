import { vocabularyOf } from './lines.ts';
import { makers } from './makers.ts';

/**
 * Products that callers name, by what they are for. Behind a name stands what recognisers write for it beyond what
 * `normalise/products.ts` hears by itself (written apart, a letter off); names without more share a line. A name behind
 * `~` is a plain word too: it counts only where a system is spoken of, or as one of its spellings; behind `!` only as one
 * of those.
 */
const text = {
  signing: `
signaturely, signable, scrive, skribble, secured_signing, juro, !concord, lightico, !connective, bonsai =
docusign = doc you sign, dock you sign, docu sine, dock u sign, doc u sign, docu signed, docu signs,
  docusigned, docusigning
pandadoc = panda dock, panda docs, panda doc, pander doc, panda duck, pandadocs
hellosign = dropbox sign, drop box sign, dropbox signature, hello sign, hallo sign, hello sine
adobe_sign = adobe, adobe sign, adobe e sign, adobe esign, adobe acrobat sign, acrobat sign, a dobie sign, adobe signature,
  adobe signing, adobe signs, adobe sine, echosign, echo sign
signnow = sign now, sine now
signwell = sign well
signeasy = sign easy
signrequest = sign request
yousign = you sign dot com
oneflow = one flow
getaccept = get accept
proposify = proposa fy, propose a fi, propose ify, propose if i
qwilr = quiller
dotloop = dot loop, dot loup
zoho_sign = zoho sign, zo ho sign, soho sign
rightsignature = right signature, write signature
formstack = form stack
jotform_sign = jot form sign, jotform sign, jot forms sign
smartwaiver = smart waiver, smart waivers
jotform = jot form, jot forms, jotforms
eversign = ever sign, xodo sign
docsend = doc send, dock send
docuware = docu ware
docubee = docu bee
conga = conga composer
conga_sign = conga sign, congasign
onespan = one span, onespan sign
assuresign = assure sign, a sure sign
ironclad = iron clad
contractbook = contract book
docuseal = docu seal, doc you seal
~nitro = nitro sign, nitro pdf
foxit = fox it, foxit sign
skysign = sky sign
betterproposals = better proposals
honeybook = honey book
dubsado = dub sado
${makers}`,
  crm: `
~copper, insightly, attio =
salesforce = sales force, sails force, sells force, sales forced, sale force, sales forse, sail force, cells force,
  sales fourth, sfdc
hubspot = hub spot, hub spots, hup spot, hubs pot, hobspot, hop spot, hub spot crm, hub sport
pipedrive = pipe drive, pipe drives, pipe dry, pipe dive, pype drive
zoho = zo ho, zoho crm, so ho
dynamics = dynamics crm, microsoft dynamics, dynamics three sixty five, dynamics 365, ms dynamics
!close = close dot io, close crm, close io
freshsales = fresh sales, freshworks, fresh works
sugarcrm = sugar crm
keap = infusionsoft, infusion soft
~capsule = capsule crm
~nutshell = nutshell crm
!act = act crm
activecampaign = active campaign
bullhorn = bull horn, bullhorns
gohighlevel = go high level, high level crm, highlevel
followupboss = follow up boss
`,
  accounting: `
oracle, ~sage, ~stripe, datev =
netsuite = net suite, net sweet, nets weet
sap = s a p
odoo = o do, oh do
quickbooks = quick books, quick book, quickbook, quick box, qbo
xero = zero accounting, xero accounting
freshbooks = fresh books
`,
  automation: `
api =
zapier = zap here, zappier, zappy, zap ear, zappy er, zapper, sapier, zaps, zapia, zapp here, zap yer, zap ya
!make = make dot com, integromat
n8n = n eight n
power_automate = power automate, microsoft flow
workato = work auto, work ato
`,
  chat: `
~slack, intercom =
~teams = microsoft teams, ms teams
`,
  storage: `
sharepoint = share point, share points, sharp point
onedrive = one drive
google_drive = google drive, g drive, gdrive, google drives
dropbox = drop box
!box = box dot com
egnyte = ignite drive, eg nyte
imanage = i manage work, imanage work
netdocuments = net documents, net docs
`,
  papers: `
acrobat = adobe acrobat, adobe reader, adobe pdf, acrobat reader, acrobat pro, adobe pro
google_sheets = google sheets, google sheet
google_docs = google docs, google doc, google dogs
google_forms = google forms, google form
microsoft_forms = microsoft forms, ms forms, office forms
typeform = type form, type forms, typeforms
`,
  office: `
outlook =
google_workspace = google workspace, g suite, google suite
gmail = g mail
office_365 = office three sixty five, office 365, microsoft three sixty five, microsoft 365, o 365, m 365
`,
  data: `
~snowflake =
airtable = air table, air tables
shopify = shop ify, shop a fi
woocommerce = woo commerce
wordpress = word press
mailchimp = mail chimp
calendly = calendar lee, calend lee, calend ly
okta = octa
`,
  project: `
~notion =
!monday = monday dot com, monday com
asana = a sauna, asanas
clickup = click up
trello = trellos
jira = gira
smartsheet = smart sheet, smart sheets
servicenow = service now
zendesk = zen desk, send desk
`,
  practice: `
~toast, ~square, samsara, emis, semble, jupix, ~alto, acturis, karbon, lacerte, bromcom, trados, plunet, xtrf,
  vincere, jobber, ~fergus, dentally, provet, commusoft, clubworx, wodify, gymmaster, teamup, goodlord, agentbox, vaultre,
  lawmatics, phorest, fresha, vagaro, healthcode, pabau, nookal, splose, zanda, coreplus, holded, primavera, ~cornerstone, kareo, magento, visma, afas, bexio, ~abacus, ~leap,
  ~epic, cerner =
mindbody = mind body, mind body online
glofox = glo fox
~opera = opera pms, opera system, oracle opera
mews = mews system
cloudbeds = cloud beds
guesty = guest e
tenstreet = ten street
cargowise = cargo wise
mcleod = mc cloud
blackbaud = black baud, black bod, blackboard raisers edge, raisers edge, raiser's edge
bloomerang = bloom erang
donorperfect = donor perfect
webpt = web pt, web p t
practice_fusion = practice fusion
nextgen = next gen
eclinicalworks = e clinical works, eclinical works
eaglesoft = eagle soft
open_dental = open dental
systmone = system one, systm one
ezyvet = ezy vet, easy vet, e z vet
vetspire = vet spire
servicem8 = service m eight, servicem eight
tradify = trade ify
reapit = reap it
skyslope = sky slope
brokermint = broker mint
applied_epic = applied epic
hawksoft = hawk soft
ezlynx = easy links, ez lynx
taxdome = tax dome
powerschool = power school
veracross = vera cross
arbor = arbour
dealertrack = dealer track
vinsolutions = vin solutions
jobadder = job adder
teamtailor = team tailor
smartrecruiters = smart recruiters
planday = plan day
autodesk = auto desk
coconstruct = co construct
procore = pro core
buildertrend = builder trend
filevine = file vine
litify = lit ify
smokeball = smoke ball
actionstep = action step
activebuilding = active building
propertyme = property me
entrata = en trata
rentmanager = rent manager
fieldwire = field wire
simpro = sim pro
xactimate = exactimate
cornerstone_vet = cornerstone software
avimark = avi mark
practiceworks = practice works
carestream = care stream
jane_app = jane app
drchrono = doctor chrono, dr chrono
therapynotes = therapy notes
autotask = auto task
connectwise = connect wise
freshdesk = fresh desk
lightspeed = light speed
bigcommerce = big commerce
!exact = exact online
moneybird = money bird
lexoffice = lex office
fortnox = fort nox
tripletex = triple tex
servicetitan = service titan
clio = cleo, klio, clea oh
mycase = my case software
practicepanther = practice panther
appfolio = app folio, app portfolio
buildium = build ium, bill dium
yardi = yardy, yard e
propertyware = property ware
athenahealth = athena health
dentrix = den tricks, dent trix
cliniko = clinic o, clinico
simplepractice = simple practice
`,
  hr: `
~workday, ~greenhouse, ~lever, ~gusto, ~rippling, ~workable =
bamboohr = bamboo hr, bamboo h r, bamboo
personio = person io, personia, person eo
adp = a d p
hibob = hi bob, high bob
paychex = pay checks software
`,
  ours: `
quillmark = quill mark, quilmark
`,
};
export type ProductKind = keyof typeof text;
export type Product = { name: string; kind: ProductKind; heard: string[]; plain: boolean; spelled: boolean };

export const products: Product[] = kindsOf(text).flatMap((kind) =>
  Object.entries(vocabularyOf(text[kind])).flatMap(([names, heard]) =>
    names.split(', ').map((name) => ({
      name: name.replace(/^[~!]/u, ''),
      kind,
      heard,
      plain: /^[~!]/u.test(name),
      spelled: name.startsWith('!'),
    })),
  ),
);

function kindsOf(blocks: typeof text): ProductKind[] {
  return Object.keys(blocks).filter((kind): kind is ProductKind => kind in blocks);
}
