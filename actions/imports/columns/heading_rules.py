"""The words of headings, each with its field. The first rule that fits counts, so the narrowest stand first."""

from actions.imports.columns.fields import Field

# (field, is it beyond doubt?, pattern searched for in the heading in lower case without its punctuation)
# fmt: off
RULES = [
    (Field.PERCENT, True, r"%|\bper ?cent|\bpercentage"),
    (Field.COMMENT, False,
     r"\b(?:previous|prior|last (?:month|quarter|period)s?)\b|\bdirection of travel\b|^dot$|^trend$"),
    (Field.RAG, True,
     r"\bb?ragg?[ybp]?\b|\btraffic light|^colou?r(?: (?:code|rating))?$|\bbrags?\b"),
    (Field.NEXT_STEPS, True,
     r"\bnext (?:steps?|actions?|period|quarter|month)\b|^what next|\bwhat s next|\bfurther actions?\b|"
     r"\bactions? (?:still )?outstanding|\boutstanding actions?\b"),
    (Field.RISK, True,
     r"\brisks?\b|\bbarriers?\b|\bmitigat|\bblockers?\b|\bconstraints?\b|\breasons? for (?:the )?(?:delay|"
     r"slippage)|\bescalat|^issues?(?: and .*)?$|\bchallenges?\b|^dependenc"),
    (Field.COMPLETED_ON, True,
     r"\bdate (?:of |action )?(?:completion|completed?|achieved|closed|done|finished)\b|\b(?:completed|closed|"
     r"achieved|finished|done) (?:date|on)\b|\bactual (?:end|completion|finish|delivery|date)|"
     r"\bsign(?:ed)? ?off date\b|\bclosure date"),
    (Field.START_AND_DUE, True,
     r"\bstart\w*\b.*\b(?:end|finish|due|complet\w+|deadline)\b|\bfrom (?:and )?to\b|\bstart rev\b"),
    (Field.START, True, r"\bstart(?:s|ing|ed)?\b(?! well)|\bcommenc|\bbegin"),
    (Field.UPDATED_ON, True,
     r"\blast (?:updated?|reviewed)\b|\bdate (?:of )?(?:last |latest )?(?:updated?|reviewed)\b|\bupdated?(?:d| on|"
     r" by)? date|\bupdated (?:on|at)\b|^as at$|^updated$"),
    (Field.REVISED_DUE, True,
     r"\b(?:revised|new|amended|extended|rescheduled|re ?profiled|updated|changed) (?:\w+ ){0,2}(?:date|deadline|"
     r"timescales?|target|due|end|completion|timeframe|by when|delivery)\b|^revised$|^extended to$|\bextension\b|"
     r"\b(?:date|deadline|timescale|target|end|due) revised\b"),
    (Field.REVISED_DUE, False,
     r"^rev(?: date)?$|\b(?:forecast|projected|anticipated|current) (?:\w+ ){0,2}(?:date|deadline|completion|end|"
     r"timescale)\b"),
    (Field.ORIGINAL_DUE, True,
     r"\b(?:original|originally|initial|baseline) (?:\w+ ){0,2}(?:date|deadline|timescales?|target|due|end|"
     r"completion|timeframe|agreed)\b|^original$|^originally due"),
    (Field.REVIEW_ON, True,
     r"\breview (?:date|by|on|due|point|period|frequency)\b|\bdate (?:of|for) (?:next )?review\b|"
     r"^(?:next )?reviews?$"),
    (Field.PROGRESS, True,
     r"^progress(?: (?:updates?|to|and|made|against|towards?|notes?|reports?|since|so far)\b.*)?$"),
    (Field.OUTCOME, True,
     r"\b(?:intended|desired|expected|anticipated|planned) (?:outcome|impact|result|benefit|change)|"
     r"\bwhat difference (?:will|do|should)|\bimpact we want|\bwhat (?:do we|we) want\b|\bwill we achieve\b|"
     r"\bwant to achieve\b|\btrying to achieve\b"),
    (Field.DUE, True,
     r"^(?:by )?when\b(?!.*start)|\bby when\b|\bdue\b|\bdeadline|\btarget (?:\w+ ){0,2}(?:date|deadline|"
     r"timescales?)\b|\bend (?:date|by)\b|^(?:target )?end$|\btime ?scales?\b|\btime ?frames?\b|\btimelines?\b|"
     r"\bcomplet(?:e|ion) by\b|\bto be completed\b|\bdelivery date|\b(?:milestone|implementation|finish|target|"
     r"planned) date|\bdate for (?:completion|delivery)|^timings?$|\bplanned (?:end|finish|completion)|"
     r"^finish(?: by)?$|^deliver(?:y|ed)? by$"),
    (Field.DUE, False,
     r"^(?:expected |planned |target )?completion(?: date)?$|^(?:expected |agreed )?(?:completion )?dates?$|"
     r"^target$|^times?$|\bexpected (?:completion|date)|^date agreed$|^agreed date$|^completed by$|^to$|^until$"),
    (Field.SUCCESS, True,
     r"\bsuccess\b|\bhow (?:will|do|would|can) (?:we|you|it|this|they)(?: \w+)? (?:know|be measured|measure)|"
     r"\bhow we (?:will|ll) (?:know|measure)|\bgood look(?:s)? like|\b(?:what|how) will (?:be different|we see|"
     r"it look)|^criteri(?:a|on)$|\b(?:acceptance|completion|closure) criteria"),
    (Field.MEASURE, True,
     r"\bkpis?\b|\bperformance (?:indicators?|measures?|data)|\b(?:impact|outcome|key|progress) (?:measures?|"
     r"metrics?|indicators?)\b|^measures?\b(?! to)|\bmetrics?\b|\bindicators?\b|\bbenchmark|\bbaseline\b|"
     r"\btrajector|^data(?: source)?s?$|\btarget (?:measure|outcome|value|figure)|^targets$|\bmeasur(?:ed|ing|"
     r"ement)\b"),
    (Field.IMPACT, True,
     r"\bimpacts?\b|\bdifference (?:made|has|have|it)|\bwhat difference\b|^so what|\bbenefits?\b|"
     r"\boutcomes? achieved|\bwhat has changed|\blived experience"),
    (Field.EVIDENCE, True,
     r"\bevidenc|\bproof\b|\bsupporting doc|\bsource of assurance|^assurance$|^links?(?: to .*)?$|\bdocument(?:s|"
     r"ation)?$"),
    (Field.EVIDENCE, False, r"^outputs?$|\bassurance\b"),
    (Field.PROGRESS, True,
     r"^(?:\w+ ){0,3}progress(?! (?:status|rating|rag|stage|lead|owner))\b|\bupdates?\b(?! by)|\bcommentary\b|"
     r"\bnarrative\b|\bwhat (?:have|has|we have|we ve|has been|did) (?:we |been )?(?:done|did|achieved|happened|"
     r"completed)|\b(?:work|activity|actions?|done|achieved|achievements?) (?:to date|so far|taken|undertaken|"
     r"completed so far)\b|\bachievements?\b|\bcurrent (?:position|situation)\b|\bposition (?:statement|as|at)|"
     r"\bwhere (?:are|we are) (?:we )?(?:now|at)|\bhighlights?\b|\bhow are we doing|\bposition$"),
    (Field.PROGRESS, False, r"\bmonitor|^latest$|^quarterly$|\bjourney\b"),
    (Field.STATUS, True, r"\bstatus\b|\bhow is it going|\bon track\b"),
    (Field.STATUS, False,
     r"^(?:is it |action |task )?(?:completed?|done|achieved|closed|delivered|finished)(?: (?:y n|yes no|yes or no|"
     r"y or n|tick))?$|\brating$|^state$|^judge?ment$|^open closed$|^met$"),
    (Field.STAGE, True, r"\bstage\b(?!s? of)"),
    (Field.STAGE, False, r"^(?:delivery |project )?phase$|^gateway$"),
    (Field.REF, True,
     r"\bref(?:s|erence)?(?: (?:no|number|id|code))?\b(?! to)|^(?:(?:action|item|task|row|line|serial|activity|"
     r"unique|plan|step|milestone|recommendation|rec|wsoa|pap) )?(?:nos?|num|number|nr|ids?|code|#)$|^#$|^s ?n$|"
     r"^id\b|^item$|^identifier$"),
    (Field.ACCOUNTABLE, True,
     r"\bsro\b|\bsenior responsible\b|\baccountab|\bsponsor\b|\bexec(?:utive)? (?:lead|owner|director)\b|"
     r"\bstrategic (?:lead|owner)\b|\b(?:responsible|lead) director\b|^director(?:ate)?$|^head of service$"),
    (Field.CONTRIBUTORS, True,
     r"\bcontribut|\bsupport(?:ed|ing)? (?:by|leads?|officers?|partners?|agenc\w+|organisations?|roles?|staff|"
     r"people)\b|\b(?:other|wider|supporting) (?:leads?|partners?|agenc\w+|officers?|organisations?|people|"
     r"stakeholders)\b|(?<!responsible )(?<!lead )\bpartners?(?: involved| agenc\w+| organisations?)?$|"
     r"\bagencies\b|\binvolved\b|\bwho else\b|\bwith whom\b|\b(?:co|deputy|joint|second) ?lead|\bstakeholders?\b|"
     r"\bconsult(?:ed|ees)\b"),
    (Field.CONTRIBUTORS, False,
     r"\btask and finish|\bt and f\b|\bworking group\b|\bdelivery group\b|^(?:sub ?)?group$|\bteam\b"),
    (Field.LEAD, True,
     r"\bleads?\b|\bowners?\b|\bresponsib|^(?:by )?who\b|\bby whom\b|\bled by\b|\bassigned\b|\ballocated to\b|"
     r"\bwho s\b|\b(?:named|key) (?:person|officer|contact)\b|\bownership\b"),
    (Field.LEAD, False,
     r"\bofficers?\b|\bperson\b|\bagency\b|\borganisations?\b|^services?$|^partner$|\bcontact\b|^post$|^role$|"
     r"^name$"),
    (Field.COMMENT, True, r"\bcomments?\b|\bnotes?\b|\bremarks?\b|\bfeedback\b"),
    (Field.COMMENT, False,
     r"\bcosts?\b|\bresourc|\bbudget|\bfunding\b|\bfinanc|\bgovernance\b|\bboard\b|\breport(?:ing|ed|s)? to\b|"
     r"\bsource\b|\bother information|\badditional information|\bfurther information|^urgency$|^type$|^likelihood$|"
     r"^week$|^quarter$|^version$|\bverif|\bverified by|\bsigned off"),
    (Field.FINDING, True,
     r"\bfindings?\b|\brecommendations?\b|\bweakness|\bfailings?\b|\binspect|\bofsted\b|\bissues? identified|"
     r"\bareas? of (?:significant )?concern|\bconcerns?\b|\byou said\b|\byou told us\b|\bpeer review\b|"
     r"\bwhat (?:families|parents) (?:said|told)"),
    (Field.PRIORITY, True,
     r"\bpriority (?:area|theme|no|number|objective)?s?(?! action)\b(?! actions?)|\bpriorities$|\b(?:improvement|"
     r"focus|strategic|key|impact|development) (?:area|theme|priority)s?\b|\bareas? (?:for|of) (?:improvement|"
     r"focus|priority action|development|work)\b|\bpriority action areas?\b|\bthemes?\b|\bwork ?streams?\b|"
     r"\bstrands?\b|\bpillar\b"),
    (Field.PRIORITY, False,
     r"^(?:\w+ )?areas?$|^sections?$|^programme$|^categor(?:y|ies)$|^domain$|^chapter$|\bstandard$|^focus$|^topic$|"
     r"^project$|^priority$"),
    (Field.LOCALITY, True, r"\blocalit|\bdistricts?\b|\bgeograph|^(?:place|patch|region|location)s?$"),
    (Field.OBJECTIVE, True, r"\bobjectives?\b|\bsub ?priorit"),
    (Field.TITLE, True,
     r"\bactions?\b|\bactivit(?:y|ies)\b|\btasks?\b|\bdeliverables?\b|\bwhat (?:will|are|do|must|should|needs?|"
     r"else|we|is|s)\b.*\b(?:do|doing|done|plan|deliver|change|happen|put)\b|^what(?: we will do)?$|"
     r"\bwhat is the plan|\bcommitments?\b|\bpromise\b|\binitiatives?\b|\binterventions?\b|\bhow (?:will we|"
     r"we will|are we|we are|we ll)\b(?!.*(?:know|measure))|\bsteps?\b|\bto ?do\b|\bwe will\b"),
    (Field.TITLE, False,
     r"\bmilestones?\b|\bresponses?\b|^how$|^requirements?$|^items?\b|^title$|^measures? to\b|^work$|^plan$|"
     r"^improvements?(?: required| needed)?$|\bneeds to (?:be done|happen)\b|^issue$"),
    (Field.OUTCOME, True,
     r"\boutcomes?\b|\baims?\b|\bgoals?\b|\bvision\b|^purpose$|^ambition$|\bso that\b|^results?$"),
    (Field.DESCRIPTION, True,
     r"\bdescriptions?\b|\bdetails?\b|\bbackground\b|\bcontext\b|\brationale\b|\bscope\b|^why\b|^summary$"),
]
# fmt: on
