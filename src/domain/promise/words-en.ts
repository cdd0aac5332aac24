import type { PromiseWords } from './words.ts';

/** English. */
export const ENGLISH_PROMISES: PromiseWords = {
  lists: {
    WILL: "('ll| will| shall| can| (hope|expect|plan|aim|intend|promise) (to|on)| (hopefully|probably) will|('m| am|'re| are) going to|('m| am|'re| are) (hoping|planning|aiming) to|'m gonna|'re gonna| are gonna)",
    EASY: '(also|probably|then|definitely|personally|certainly|only|now|just|hopefully|try to|likely|most likely|make sure to|do my best to|do our best to|both|all|still|always|already|be able to|be going to|currently|actually|instead|automatically|normally|finally)',
    // what one does for oneself, or does not do
    OWN: '(not|never|be|go|meet|see|fly|travel|attend|stay|leave|cancel|miss|need|want|like|know|speak|talk|read|wait|assume|listen|stop|live|sleep|remain|work|keep on|eat|drive|move|take off|join|start|begin|buy|enjoy|watch|think|guess|bet|say|believe|admit|remember|play|teach|vote|host|hold|cover|demonstrate|discuss|upgrade (my|to))',
    OWNING:
      '(talking|giving a|reading|going|travell?ing|flying|attending|speaking|meeting|su?eing|leaving|working|having|moving|presenting|visiting|demonstrating|discussing|conducting|covering|exhibiting|hosting|running|away|using|waiting|looking|needing|closing|opening|ending|starting|expiring|renewing|holding|being|playing|taking|getting married|doing|reaching|missing|wondering|asking|thinking)',
    DONE: '(?!(closed|charged|terminated|required|needed|deleted|removed|expired|asked|mirrored|cancelled|canceled|opened|billed|debited|deducted|lost)\\b)(_ed|sent|done|built|given|made|paid|put|shown|brought|back|ready|out|up|online|with you|there|at your|in your|on your|available|in touch|on its way|on the (phone|line|road|way)|live|round|over|around|here|set|sorted|gone|_(?<!th)ing)',
    REACH:
      '(arrive|ship|reach|call|phone|ring|contact|email|e?mail|message|come|visit|get back|get in touch|go out|go live|have|send|return|deliver|follow up|reply|respond|answer|update|let you know|land|leave (our|the)|fix|refund|replace|collect|pick|look into|check|confirm|drop|bring|write|follow|swing|pop|show|turn up|hit|post|clear|go|take|give|do|make|sort|finish|complete|resume|restart|reach out|install|repair|credit|issue|release|process|transfer|meet you|get (it|this|that|them|the _) to you|get|text|stop by|head|hop|restore|appear|be)',
    // who acts for us
    STAFF:
      '((the|our|your|a|an|my|this|that|one of (our|the|my)|some|another)( _)? )?(technicians?|techs?|engineers?|teams?|departments?|dept|warehouse|couriers?|drivers?|shippers?|carriers?|riders?|postman|postie|installers?|fitters?|plumbers?|electricians?|mechanics?|colleagues?|co ?workers?|workmates?|managers?|supervisors?|specialists?|reps?|representatives?|agents?|advis[oe]rs?|handlers?|support|billing|finance|accounts?|accounting|accountant|sales|developers?|devs?|crew|contractors?|vendors?|suppliers?|manufacturer|bank|depot|labs?|workshop|someone|somebody|ups|fedex|dhl|usps|royal mail|dpd|hermes|evri|folks|guys|people|boss|lead|adjuster|surveyor|inspector|designers?|admins?|packagers|maintainers|logistics|dispatch|fulfil?ment|it|network|facilities|hr|legal)',
    // what comes by itself
    COMES:
      '(arrives?|ships?|lands?|leaves?|reaches|gets? (there|here|to|back|in|added|credited|refunded|sent|paid|shipped|delivered|released|processed|posted|restored|fixed)|goes (live|out|back|up|in|through|off|on)|go (live|out)|comes? (out|back|in|on|by|round|over|through|with)|hits?|posts?|clears?|drops?|returns?|resumes?|restarts?|reopens?|completes?|finish(es)?|picks? (it |them |this )?up|delivers?|collects?|visits?|calls?|rings?|sends?|releases?|quotes?|targets?|aims?|promises?|expects?|estimates?|rolls? out|kicks in|turns? up|shows? (up|as|in)|appears?|heads?|dispatch(es)?|swings? by|pops?|installs?|repairs?|replaces?|refunds?|credits?|updates?|responds?|replies|repl(y|ies)|confirms?|transfers?|restores?|switch(es)? (over|back)|moves? to)',
    // what is expected of the customer
    BILL: '(payments?|invoice|bill|balance|premium|fee|rent|instal?lments?|amount|subscription|renewal|deposit|assignment|form|application|tax|membership|direct debit)',
    DOES: '(return|send|call|ring|pay|bring|drop|submit|reply|contact|collect|pick|cancel|exchange|confirm|provide|sign|complete|accept|renew|choose|claim|redeem|upgrade|respond|register|keep|use|leave|take|come|book|order|email|fill|reset|restart|reboot|log|try)',
    // arrangements made in our name
    BOOKED:
      '(arranged|booked|scheduled|reserved|pencil?led|penciled|set|lined|slotted|organi[sz]ed|put|planned|confirmed|moved|fixed up|rebooked|rescheduled|assigned|timetabled|logged)',
  },
  undertakes: [
    '(i|we|ill|u|they|he|she){WILL}( {EASY})* (?!({OWN}|the|a|an)\\b)_',
    "(i|we|ill)( will|'ll)?( {EASY})* be (?!{OWNING}\\b|out\\b|away\\b|off\\b)({DONE})",
    "(i'm|we're|i am|we are|he's|she's|they're|he is|she is|they are|who's)( {EASY})* (?!{OWNING}\\b)_ing",
    "(?<!\\b(you|i|we|if|he|she|who|people|everyone|everybody|anyone|nobody|event|band) )(will|'ll|should|shall|(is|are) (going|due|scheduled|expected|set|booked|slated|planned|supposed) to)( {EASY})* (be( {EASY})* {DONE}|{REACH})",
    "you('ll| will| should| can| can expect to|'re going to| are going to| ought to)( {EASY})* (have|get|receive|hear|see|find|notice|be (contacted|refunded|called|able to|credited|back|up|online|notified|sent|paid|reimbursed|connected|compensated|emailed|good to go)|expect)",
    "you('re| are)( {EASY})* (booked|scheduled|all set|down|set|pencil?led|getting|next|in the diary|on the list)",
    '(will be|should be|should|to be) (done|ready|fixed|available|resolved|back|sent|finished|completed)',
    '^\\W*(expect|will|hope to|hoping to|aiming|aim to|sending|shipping|posting|calling|mailing|emailing|delivering|refunding) _',
    '(i|we) should( {EASY})* (have|be able|get back|know|finish|receive|be)',
    '(i|we)( {EASY})* (ship|send|deliver|call|refund|post|release|reply|publish|dispatch|collect|install|replace|fit|repair|process|issue|credit|transfer|migrate|switch|expect|promise|guarantee|commit|anticipate|estimate|reckon|aim|plan|hope|visit|come|target) ',
    '{STAFF}( from _| in _| at _)?( (team|dept|department|crew|desk|folks|guys|people))?( _)?( {EASY})* ({COMES}|(is|are|was going|has|have)( {EASY})* (?!{OWNING}\\b)(_ing|due|booked|scheduled|on (his|her|its|their|the) way|with you|there|back|ready|set|expected))',
    "{STAFF}( {EASY})*('s|'re)( {EASY})* (?!{OWNING}\\b)(_ing|due|booked|on (his|her|the) way|there|back)",
    '(?<!(you|i|we|they|if|store|shop|office|event|sale|warranty|offer|subscription) )(?<!to )(?<!and ){COMES}( {EASY})*( _){0,4}',
    "(is|are|_'s|_'re)( {EASY})* (due|set|scheduled|booked|planned|expected|slated|arranged|estimated|back|ready|up|with you|at your (door|place|desk|home)|on (its|the|their|his|her) way|out for|going (out|live|up|to)|coming|arriving|landing|shipping|leaving|being|in (the )?(post|mail))",
    '(next|your|our|the|a|my) (_ ){0,2}(update|callback|call back|call|visit|appointment|delivery|collection|pickup|pick up|slot|answer|reply|decision|installation|session with|arrival|dispatch date|release date|status report|report|shipment|refund|fix|patch)( _){0,3} (is|are|will|comes?|follows?|for|on|at|by|due)',
    '(callback|call back|visit|appointment|delivery|collection|pickup|installation|answer|reply|update|refund|results?|news|fix|eta|arrival|dispatch|decision|details|numbers|confirmation|slot|tracking|tracking number|invoice|label)( _)? (set|booked|scheduled|due|expected|in|by|on|for|at|within|to follow|no later)',
    'let me( {EASY})* (?!(know|have|see|get)\\b)_',
    '(?<!you )(give|allow|grant|bear with) (me|us)',
    '(gimme|gimmie|hang on|hold on|hang tight|sit tight|(i|we) (just |only )?need (about |around )?(\\d|a|an|half|another|_ (minutes|mins|hours)))',
    '(i|we){WILL}( _){1,8}, and( {EASY})* (?!({OWN}|the|a|an)\\b)_',
    '(i|we) expect (the|a|an|it|this|that|your|our)( _){0,4} to _',
    'there (will|should) be',
    '^\\W*(so |and |then |please |just |but |now )*(look|watch|keep an eye) (out )?for',
    '^\\W*(so |and |then |please |just |but |now |you can |can )*(expect|await)(?! (you|u)\\b)',
    '^\\W*more( _){1,4}',
    '(back|reply|answer) (to you|in|by|within|on)',
    "(i've|we've|i have|we have|have|has|i|we|_'s)( {EASY})* {BOOKED}( _){1,4}",
    '(arranged|booked|scheduled|pencil?led)( _){1,4}',
    '^\\W*(speak|talk) to you',
    '(has been|have been)( {EASY})* (set|scheduled|booked|planned|due|expected|slated|arranged|estimated)',
    '(eta|delivery date|due date|estimated (delivery|arrival)|expected (delivery|arrival)|completion date|go live)',
    '(is|are) when (the|your|our|we|it|i)',
    'works (for (us|me)|on our (end|side)|at our end|here)',
    '(promise|guarantee|commit to) (you )?_',
    '(by|latest).{0,20}(at the latest|promise)',
  ],
  sentenceIsNone: [
    '(opening|business|office|working|store) hours',
    '(open|opens|closed|closes|close) (from|at|on|every|until|between|daily|monday|mon|weekdays)',
    '(valid|expires?|expiring|warranty|guarantee(?!( you)? (it|that|delivery|a|the|this|you))|discount|promotion|promo|coupon|sale ends|per cent off|refundable|normally|usually|customarily|ordinarily|typically|generally|in general|as a rule|(?<!(your|insurance|claim) )policy (is|says|states)|our policy)',
    '\\d% off',
    '(customer|client) (have |had |has )?(said|told|mentioned|asked|wrote|stated|wanted|claimed|promised|requested|indicated|suggested|preferred)',
    '(as )?(you|your) (said|wrote|asked|order placed|invoice|email of|message of|request of)',
    'have (a|the|our|another)( _)? (meeting|party|dinner|lunch|class|session|talk)',
    '(placed|received|ordered|paid) (before|after|by|until)',
    'you (can|may) (return|exchange|cancel)',
    '(session(?! with)|workshop (on|about)|barbecue|bbq|seminar|hearing|symposium|panel|open house|picnic|reception|party|election|movie|film|broadcast|episode|exam|wedding|funeral|talk show|tv|radio|channel)',
    '(subject|message-id|re|fwd|newsgroups):',
    '^(just )?(give|send|tell|let|drop|show) (me|us)(?=.*, and (i|we))',
    '(once|twice|three times) (a|per|every) (day|week|month|year)',
    '(supposed to|(?<!will )be held|takes place|conference (starts|begins|programme|is)|lecture|concert|webinar|this weekend only|free to download)',
  ],
  conditions: [
    '(?<!(see|know|check|ask|sure|out|tell|me|you|as|even|wondering) )(if|unless|provided|assuming|supposing)(?! (i|no|not|needed|necessary|all goes|possible)\\b)',
    '(once|as soon as|when|until|after) (you|we (have|receive|get)|i (have|get|receive))(?=.*,)',
    '(once|as soon as) (you|your)',
  ],
  conditionsFirst: [
    '^.{0,24}(?<!(see|know|check|ask|sure|out|tell|me) )(if|unless|whenever|assuming|provided|supposing|in case)',
  ],
  asksAnywhere: [],
  asks: [
    '^\\W*(so |and |but |or |hi |hello |hey |ok |sorry )*(_, )?(is|are|was|were|do|does|did|can|could|would|will (you|it|the|he|she|they|your|this|that)|shall|should (i|we|it)|have|has|what|when|which|who|where|why|how|any chance|fancy|am)',
    '(would|could|can|do|did|does|are|is) (you|it|that|the|your|this)( _){0,3} (by|on|at|for|suit|work|say|tell)',
  ],
  asksAtEnd: [],
  proposes: [
    '^\\W*(is|would|does|will|are|do|can) (that|this|it|you|they|either|_day)( _){0,3} (ok|okay|alright|all right|suit|work|convenient|good|fine|acceptable|right|agree|possible|manage|do)',
    "^\\W*(right|ok|okay|correct|yes|agreed|alright|deal|sound good|isn't it|shall we)\\W*$",
  ],
  clauseIsNone: [
    "(can'?t|cannot|unable|not (sure|able|yet|be)|don'?t|doesn'?t|didn'?t|won'?t|wouldn'?t|isn'?t|aren'?t|no idea|will not|would have|could have|hasn'?t|haven'?t|couldn'?t|wasn'?t|weren'?t|i wish|nothing|nobody|no one)",
    '(was|were|had|did|been (sent|shipped|delivered|paid|refunded|cancelled|canceled|dispatched))',
    '(they|he|she|you|it|customer|client|supplier|courier|seller|driver|bank|i|we) (have |had |has )?(said|told|mentioned|asked|wrote|stated|wanted|claimed|promised|requested|indicated|suggested|preferred)',
    '(i|we|they|he|she|it|{STAFF})( {EASY})* ((?!(booked|scheduled|arranged|planned|need|feed|confirmed|moved|rescheduled|rebooked|assigned|reserved|pencilled|penciled|organised|organized|lined|slotted|logged)\\b)_[a-z]ed|rang|sent|left|came|went|got|gave|spoke|wrote|made|took|brought|found|paid|said|ran)(?! (by|on|at|for) _ and)',
    '(started|ended|began|lasted|failed|happened|arrived|stopped|occurred|turned|dropped|crashed)( _)? (at|on|in|by|last|this|for|around|about|early|late)',
    '(please|kindly)(?! (note|be (advised|aware|assured)|bear|allow|accept|rest|expect|look out|watch|give))',
    "(could you|can you|would you|you (need|have|must|ought|will need|will have) to|you'll (need|have) to|make sure you|you must|make sure to|you('ve| have) (got )?(until|till|by|up to|\\d|_ (days|weeks|hours))|be sure to|remember to|needs? to be (returned|paid|submitted|sent|signed)|must|has to be|have to be (returned|paid|submitted))",
    'you (should|may|can|could|will|might)( {EASY})* {DOES}',
    '^\\W*(and |so |then |just |also |or )*(drop|ring|call|send|return|reply|bring|take|keep|wait|try|use|pay|reset|reboot|restart|contact|collect|submit|fill|sign|check|make sure|remember|leave|come|pop|visit|email|text|write|let us|join|book|order|apply|register) (it|us|the|your|this|that|them|me|to|by|in|one|two|our|on|back|out|over|up|\\d)',
    '{BILL}( _){0,3} (is|are|falls|becomes|comes) (due|payable)',
    '(might|may) (be|not|have|take|arrive)',
    '(are|is) (away|off|out of (the )?office|on (leave|holiday|vacation)|closed|shut)',
    '(offices?|store|shop|lines?|showroom|branch|phone lines)( _){0,2} (opens?|close[sd]?|shuts?|is|are)( (open|closed|shut))?',
    '(event|show|match|game|course|class|sale|offer|subscription|trial|contract|lease|licence|membership|programme)( _){0,2} (starts?|begins?|ends?|renews?|expires?|runs?|is|closes|finishes)',
  ],
  timeIsNoneAfter: [
    '(last|past|every|each|since|(?<!((give|allow) (me|us)|gimme|open) )(until|till)|ago|during|previous|dated|older than|more than|at least|up to|only|over the last|over the past|no|good|happy|version|lasts?|lasted|took|here until|regards|dear|hi|hello|thanks|your order of|ending|for another)',
  ],
  timeIsNoneBefore: [
    '(after|ahead|prior|old|warranty|guarantee|trial|notice|ago|each|per|long|in advance|following|since|at a time|a day|a week|a month|on one charge|late|early|too late|session|event|deadline|release( was|s)?|is (fine|good|ok|okay|perfect)|suits)',
    'before (?!(noon|midday|lunch|close|\\d|the end|end|we|i)\\b)',
    'from (purchase|receipt|delivery|date|the (date|day|time|purchase|moment)|when|your (purchase|order|invoice))',
    'of (the|your|receipt|purchase|receiving|delivery|payment|ordering|order)',
    '(night )?(meeting|class|edition|session|newsletter|event|sale)',
    "'s (call|meeting|email|mail|order|message|visit|delivery|release|outage|newsletter|class|session|batch|shipment)",
  ],
  isName: [
    '(the|your|our|his|her|my|their|a|few|several|some|many) (_day|weekend|tomorrow|tonight|days|weeks|hours|minutes|months)( _)?(?<!the weekend)',
    '(hi|hello|dear|thanks|regards|hey|cheers|from|mrs?|ms|miss|dr) (may|april|june|august|summer|jan|mar|sun|wed|sat)',
  ],
  countsFromNow: [
    '(give|allow|grant|gimme|bear with|hang on|hold on|need|answer in|give it)( (me|us))?',
    '(in|within|inside|from now|from today|another|over the next|next|later|out)',
    'time',
  ],
  parts: [
    '(but|that|which|who|whom|and then|so that|although|though|however|because|while|whereas|as|then)',
    '(and|so)(?= (i|we|you|he|she|they|it|our|your|my|the|someone|ups|there|will|expect|look)\\b)',
  ],
};
