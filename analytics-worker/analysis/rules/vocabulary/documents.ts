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
ndas = nda, nondisclosure agreement, nondisclosure, confidentiality agreement, non disclosure agreement
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
job_sheets = job sheet, job card
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
wills = last will, will and testament
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
