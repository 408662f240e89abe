import { vocabularyOf, wordsIn } from './lines.ts';

/** What is signed or sent, by the word for its kind; the longest phrase found counts. */
export const documents = vocabularyOf(`
contracts = contract, sales contract, employment contract, employee contract, service contract, client contract,
  enrollment contract, enrolment contract, purchase contract, subcontract, construction contract, work contract,
  supplier contract, customer contract, rental contract, freelance contract, freelancer contract, building contract,
  vendor contract, listing contract, wedding contract, maintenance contract, tuition contract, membership contract,
  catering contract, hire contract, booking contract, contract paperwork
agreements = agreement, retainer agreement, service agreement, services agreement, rental agreement, listing
  agreement, financing agreement, grant agreement, vendor agreement, purchase agreement, share purchase agreement,
  partnership agreement, license agreement, licence agreement, franchise agreement, loan agreement, client
  agreement, tenancy agreement, supplier agreement, consulting agreement, subscription agreement, membership
  agreement, hire agreement, consignment agreement, management agreement, master service agreement, master services
  agreement, msa, engagement agreement, contractor agreement, volunteer agreement, fee agreement, reseller
  agreement, finance agreement, distribution agreement, care agreement, settlement agreement, buyer agreement,
  foster agreement, storage agreement
bids = bid, tender, tender document, submittal
proposals = proposal, sales proposal, project proposal, wedding proposal, pitch document, business proposal
quotes = quote, quotation, price quote, sales quote
estimates = estimate, repair estimate, job estimate
retainers = retainer
disclosures = disclosure, disclosure form
protocols = protocol, study protocol
subscription_documents = subscription document, sub doc, subscription doc
reservation_forms = reservation form
questionnaires = questionnaire
risk_assessments = risk assessment
declarations = declaration
affidavits = affidavit
schedules = schedule of works
addenda = addendum, addendums, addenda
transfers = transfer form, transfer document
checklists = checklist
offers = offer letter, job offer, offer, employment offer, letter of offer, offers of employment
ndas = nda, nondisclosure agreement, nondisclosure, non disclosure agreement
leases = lease, lease agreement, residential lease, apartment lease, commercial lease, rental lease, tenancy lease,
  tenancies, tenancy, lease contract
invoices = invoice
deeds = deed, transfer deed, title deed, deed of trust, property deed
consent_forms = consent form, consent, patient consent, consent for treatment, parental consent, treatment consent,
  informed consent, parental consent form, drug test consent, photo consent
intake_forms = intake form, patient form, new patient form, patient intake form, client intake form,
  intake paperwork, patient paperwork, patient intake, new patient intake, client intake
registration_forms = registration form
permission_slips = permission slip, paper slip, trip slip, trip form
enrollment_forms = enrollment form
enrolment_forms = enrolment form
treatment_plans = treatment plan
care_plans = care plan, plan of care
support_plans = support plan
change_orders = change order, contract variation
variation_orders = variation order
purchase_orders = purchase order, a po, the po, our po, pos, p o, po form
work_orders = work order, job order, service order
job_sheets = job sheet
delivery_notes = delivery note
delivery_slips = delivery slip, delivery docket, delivery ticket
proof_of_delivery = proof of delivery, proofs of delivery
bills_of_lading = bill of lading, bills of lading
inventories = inventory, inventory list
indemnity_forms = indemnity, indemnity form, deed of indemnity
method_statements = method statement
nomination_forms = nomination form
engagement_letters = engagement letter, letter of engagement, letters of engagement
authorizations = authorization, authorisation, efile authorization, e file authorization, e file authorisation,
  authorization form
letters_of_authority = letter of authority, letters of authority
certificates = certificate, inspection certificate, certificate of origin, certificates of origin
onboarding = onboarding packet, onboarding paperwork, onboarding document, onboarding form, onboarding pack, driver
  onboarding, employee onboarding, new hire paperwork, new hire packet, starter packet, onboarding, new starter
  form, hr onboarding, new hire form, new starter paperwork, new starter packs, new starter pack, joiner packs
waivers = waiver, liability waiver, release waiver, lien waiver
liability_forms = liability form
release_forms = release form, liability release
permits = permit, building permit, alcohol permit, permit application
applications = application, loan application, policy application, insurance application, membership application,
  mortgage application, application form, credit application, account opening form
policies = policies, policy document, insurance policy, company policy, policy acknowledgement, hr policy, policy paper
statements_of_work = statement of work, statements of work, sow, scope of work, scopes of work
timesheets = timesheet, time sheet
mandates = mandate, direct debit mandate, direct debit form
membership_forms = membership form, member form
sign_up_forms = sign up form, signup form
admission_forms = admission form
order_forms = order form
sales_orders = sales order
order_confirmations = order confirmation
orders = orders
expense_reports = expense report, expense claim
handbooks = employee handbook, handbook
board_resolutions = board resolution, resolution, board minute
wills = last will, will and testament, my will, the will, our wills, their wills, wills
powers_of_attorney = power of attorney, powers of attorney
loan_documents = loan document, loan paper, loan paperwork, closing document, mortgage document, mortgage paperwork,
  closing package
tax_returns = tax return
tax_forms = tax form, w9, w nine, w two form
releases = model release, photo release, talent release, sign a release, box of releases
claims = insurance claim, claim form
hr_documents = hr document, hr paperwork, hr form, employee document, personnel file, employee form, staff
  paperwork, hr letter
bookings = booking form, booking confirmation
inspection_reports = inspection report, inspection form
site_reports = site report
survey_reports = survey report
safety_reports = safety report
annual_accounts = annual account, annual accounts, year end accounts, statutory accounts, company accounts, financial statement, financial statements
minutes = board meeting minutes, agm minutes, a g m minutes, meeting minutes, committee minutes, minutes of the meeting
service_level_agreements = service level agreement, sla
data_processing_agreements = data processing agreement, dpa
confidentiality_agreements = confidentiality agreement, agreement of confidentiality, agreements of confidentiality, confidentiality form, confidentiality undertaking, secrecy agreement
memoranda_of_understanding = memorandum of understanding, memoranda of understanding, mou, m o u
letters_of_intent = letter of intent, letters of intent, loi
term_sheets = term sheet
promissory_notes = promissory note
prescriptions = prescription
snag_lists = snag list, snagging list, punch list
safety_inductions = safety induction, site induction, induction
toolbox_talks = toolbox talk
job_cards = job card
translations = sworn translation, certified translation
proofs = proof approval, print proof, artwork proof, artwork approval, proof of the artwork
credit_guides = credit guide
birth_plans = birth plan
health_plans = health plan
licences = site licence, pitch licence, taxi licence, licence to occupy, occupation licence, street trading licence
payslips = payslip
meter_readings = meter reading
logbooks = log book, logbook
rate_confirmations = rate confirmation, rate con
waybills = waybill, air waybill, consignment note, cmr
customs_declarations = customs declaration, customs form, customs paper, customs paperwork
export_papers = export paper, export paperwork, export document
load_sheets = load sheet
deal_memos = deal memo
call_sheets = call sheet
location_agreements = location agreement, location contract
parental_agreements = parental agreement
learning_agreements = learning agreement
report_cards = report card
individual_education_plans = individual education plan, iep
transcripts = transcript
diplomas = diploma
dispatch_notes = dispatch note, despatch note
packing_lists = packing list
batch_records = batch record
test_certificates = test certificate, mill certificate
completion_certificates = completion certificate, certificate of completion
gas_certificates = gas certificate, gas safety certificate
electrical_certificates = electrical certificate
appraisals = staff appraisal, performance review, performance appraisal
disciplinary_letters = disciplinary letter, warning letter
holiday_requests = holiday request, leave request, leave form
pledges = pledge form
donation_forms = donation form
proxies = proxy form, voting proxy
petitions = petition
assignments = deed of assignment, patent assignment, ip assignment
statutory_declarations = statutory declaration, stat dec
trust_deeds = trust deed
guarantees = guarantee form, personal guarantee, bank guarantee
credit_applications = credit application form
cover_notes = cover note
fact_finds = fact find
suitability_reports = suitability report
claim_forms = claim form
viewing_forms = viewing form
notices = notice to quit, eviction notice, section notice
charter_agreements = charter agreement, charter party
event_orders = banquet event order, event order
registration_cards = registration card
discharge_papers = discharge paper
consignment_forms = consignment form
price_lists = price list to sign
order_acknowledgements = order acknowledgement, order acknowledgment
`);

/** What every business has lying about: it names a use only where it is signed, counted or asked for. */
export const everydayPapers = wordsIn(`
invoices, orders, certificates, checklists, payslips, logbooks, prescriptions, minutes, quotes, purchase_orders, packing_lists, price_lists, petitions,
safety_inductions, transcripts, licences, wills, translations, proofs, appraisals
`);

/** Words for documents of no kind; they are counted, but name no use. */
export const anyDocuments = wordsIn(`
terms, terms of business, adoption, foster, document, doc, sheet, sheet of paper, slip, note, docket, file, envelope, form, paper, letter, packet, pack,
signature, piece of paper, paperwork, set, item, deal, case, job, sale, closing, transaction, new hire, placement,
signing, order, booking, submission, send, piece, pdf, new customer, new client, project, enrollment, enrolment,
starter, event, wedding, one, page contract, new starter, client, customer, claim, policy, form set, document set,
completion, listing, new driver, joiner, new joiner, new one, new member
`);

/** Words that name a document with the word before them, "risk assessments", "rights forms": each by the word for several. */
export const documentHeads = vocabularyOf(`
forms = form
letters = letter
assessments = assessment
reports = report
orders = order
sheets = sheet
notes = note
slips = slip
notices = notice
statements = statement
certificates = certificate, cert
releases = release
requests = request
declarations = declaration
confirmations = confirmation
packets = packet
packs = pack
schedules = schedule
transfers = transfer
disclosures = disclosure
acknowledgements = acknowledgement, acknowledgment
receipts = receipt
plans = plan
records = record
cards = card
licences = licence
licenses = license
instructions = instruction
undertakings = undertaking
protocols = protocol
surveys = survey
tickets = ticket
papers = paper
documents = document, doc
inventories = inventory
dockets = docket
manifests = manifest
permits = permit
indemnities = indemnity
guarantees = guarantee
warranties = warranty
mandates = mandate
terms = terms
conditions = conditions
specifications = specification, spec
drawings = drawing
designs = design
handovers = handover
appraisals = appraisal
authorisations = authorisation
authorizations = authorization
consents = consent
waivers = waiver
referrals = referral
registrations = registration
nominations = nomination
pledges = pledge
submissions = submission
tenders = tender
vouchers = voucher
bonds = bond
variations = variation
checklists = checklist
questionnaires = questionnaire
`);

/** Of these heads the document is told wherever it is named; of the others ("credit cards", "plans") only where it is signed. */
export const sureHeads = wordsIn(`
forms, letters, sheets, slips, notices, statements, certificates, releases, declarations, confirmations, packets,
disclosures, acknowledgements, undertakings, dockets, manifests, indemnities, mandates, consents, waivers, notes,
authorisations, authorizations
`);

/** Words too short or too plain to tell a document alone, which say what kind of form or sheet it is: "gift aid forms", "day sheets". */
export const plainKinds = wordsIn(`
aid, day, tax, fee, job, pet, car, vat, gas, key, log, mot, hr, kyc, id, pay, new, test, work, check, account, accounts, payment, payments, sales,
bank, family, house, home, finance, security, records, name, group, notes, data, marketing, production, reception, purchasing, shop, site,
handle, support, drive, move, leave, phone, email, line, room, road, yard, kitchen, storage, warehouse, invoice
`);

/** What it is "of" belongs to the name of these: "letter of guarantee", "terms of carriage". */
export const documentsOf = vocabularyOf(`
letters = letter
terms = terms
proof = proof
notices = notice
statements = statement
certificates = certificate
deeds = deed
bills = bill
declarations = declaration
memoranda = memorandum
transfers = transfer
articles = articles
conditions = conditions
confirmations = confirmation
bonds = bond
`);
