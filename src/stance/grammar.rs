//! The closed classes of English and a few open words whose grammar decides who does what to whom.

/// What a word of a closed class does in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Class {
    /// An open class: noun, verb, adjective.
    #[default]
    Open,
    /// the, a, this, some
    Determiner,
    /// my, its, their
    Possessive,
    /// he, them, it
    Pronoun,
    /// I, we, me, us: the speaker
    FirstPerson,
    /// each other
    Reciprocal,
    /// of, with, against
    Preposition,
    /// to
    To,
    /// and, or, but
    Coordinator,
    /// because, if, while: opens a clause
    Subordinator,
    /// that
    That,
    /// who, which, whom
    Relative,
    /// will, may, should
    Modal,
    /// be, is, was
    Be,
    /// have, has
    Have,
    /// do, did
    Do,
    /// not, never
    Not,
    /// already, often, also
    Adverb,
    /// both, either, neither
    Correlative,
}

/// Words of each closed class.
pub const CLOSED: &[(Class, &str)] = &[
    (
        Class::Determiner,
        "the a an this these those some any no every each another such all many most several few little much more less other certain various what whatever which's half",
    ),
    (Class::Possessive, "my our your his her its their whose"),
    (Class::Pronoun, "he she it they him them himself herself itself themselves one someone somebody anyone anybody everyone everybody nobody none nothing something anything everything others mine ours theirs hers you"),
    (Class::FirstPerson, "i we me us myself ourselves"),
    (
        Class::Preposition,
        "of in on at by for with from against about over under between among amid amidst into onto through throughout towards toward upon across \
         within without via despite during regarding concerning around near beyond behind beside besides alongside per versus like unlike \
         including excluding notwithstanding vis-à-vis vis-a-vis along off out up down inside outside above below beneath given",
    ),
    (Class::To, "to"),
    (Class::Coordinator, "and or but nor yet & plus"),
    (
        Class::Subordinator,
        "because if while although though whereas unless until since when whenever where wherever after before as once lest whether so than how why till albeit",
    ),
    (Class::That, "that"),
    (Class::Relative, "who whom which"),
    (Class::Modal, "will would shall should can could may might must ought cannot 'll"),
    (Class::Be, "be is are was were been being am 's 're 'm"),
    (Class::Have, "have has had having 've"),
    (Class::Do, "do does did"),
    (Class::Not, "not n't never"),
    (
        Class::Adverb,
        "also already often still even just only again now then there here very too quite rather almost always sometimes soon ever later \
         longer together apart instead indeed however thus therefore moreover nevertheless nonetheless otherwise perhaps maybe meanwhile \
         further far well once twice abroad ahead back away forward forth earlier today yesterday tomorrow hardly long somewhat",
    ),
    (Class::Correlative, "both either neither"),
];

/// Verbs whose object does what the following infinitive says: "urged Iran to withdraw".
pub const OBJECT_CONTROL: &[&str] = &[
    "urge", "ask", "force", "help", "allow", "want", "order", "persuade", "pressure", "encourage", "invite", "warn", "tell", "enable", "require",
    "expect", "push", "convince", "lead", "cause", "get", "press", "compel", "instruct", "call", "direct", "permit", "advise", "beg", "need",
    "prompt", "like", "authorize", "authorise", "aid", "assist", "implore", "oblige", "lobby", "bring", "train", "recruit", "hire", "see", "hear", "let",
    "make", "believe", "say", "report", "implement", "challenge", "remind", "appeal", "exhort", "incite", "inspire", "lure", "motivate", "pay",
];

/// Verbs whose object does what "of", "for" or "from" and a gerund say: "accused Iran of arming".
pub const OBJECT_OF_GERUND: &[&str] = &[
    "accuse", "blame", "criticise", "criticize", "condemn", "charge", "prevent", "stop", "keep", "bar", "ban", "thank", "praise", "prosecute",
    "suspect", "convict", "discourage", "dissuade", "deter", "prohibit", "fault", "punish", "sanction", "see", "denounce", "attack", "slam", "rebuke",
    "find", "catch", "applaud", "commend", "chide", "scold", "berate", "mock", "ridicule",
];

/// Words that are nouns about as often as verbs, beside the cues that are listed as both.
pub const NOUN_OR_VERB: &[&str] = &[
    "act", "advance", "aim", "answer", "approach", "arm", "bar", "base", "bid", "bill", "block", "border", "break", "bridge", "build", "call", "campaign", "capture", "case",
    "cause", "challenge", "change", "charge", "charter", "claim", "close", "comment", "concern", "conduct", "contact", "contract", "control", "cost", "counter", "cover",
    "cut", "damage", "date", "deal", "debate", "decline", "delay", "demand", "design", "desire", "display", "document", "doubt", "draft", "drive", "drop", "ease",
    "effect", "effort", "end", "escape", "estimate", "exchange", "exercise", "export", "face", "fall", "fear", "fight", "finance", "fire", "flow", "focus", "force", "form",
    "forward", "free", "fuel", "function", "fund", "gain", "grant", "ground", "group", "guarantee", "guard", "guide", "halt", "hand", "harm", "head", "help", "hold", "hope", "host",
    "house", "hurt", "impact", "import", "increase", "influence", "interest", "intervention", "invest", "issue", "join", "judge", "jump", "lack", "land", "launch", "lead", "leave", "lift", "light",
    "limit", "line", "link", "list", "loan", "look", "loss", "man", "manage", "map", "march", "mark", "market", "master", "match", "matter", "mean", "measure", "move", "murder",
    "name", "need", "network", "note", "object", "offer", "open", "order", "park", "part", "party", "pass", "patrol", "pay", "people", "place", "plan", "plant", "play", "pledge",
    "plot", "point", "police", "poll", "position", "post", "power", "practice", "present", "press", "pressure", "price", "process", "produce", "profile", "profit", "program", "progress", "project",
    "promise", "protest", "purchase", "push", "question", "race", "raid", "raise", "range", "rank", "rate", "reach", "read", "record", "reform", "regard", "release", "report", "request",
    "rescue", "research", "reserve", "respect", "rest", "result", "return", "review", "ride", "right", "rise", "risk", "role", "round", "route", "rule", "run", "sanction", "scale",
    "search", "seat", "secure", "security", "sense", "set", "shape", "share", "shift", "ship", "show", "side", "sign", "signal", "source", "space", "spark", "speed", "spread", "staff", "stage",
    "stake", "stand", "star", "start", "state", "stay", "step", "stop", "store", "stress", "strike", "structure", "struggle", "study", "subject", "supply", "support", "surge", "target", "tax", "test",
    "threat", "time", "title", "total", "touch", "tour", "track", "trade", "train", "transfer", "transit", "travel", "treat", "trend", "trial", "trip", "trust", "turn", "use",
    "value", "view", "visit", "voice", "volunteer", "vote", "walk", "war", "watch", "water", "wave", "weapon", "will", "win", "wish", "witness", "work", "worry", "wound", "mandate", "broadcast", "interview",
    "quest", "ally", "rival", "partner", "sponsor", "talk", "speech", "attack", "defeat", "abuse", "ban", "boycott", "embargo", "blockade", "condemn-not", "aid", "assault", "strain", "thought", "outrage", "anger", "fault",
    "veto", "mistake", "forecast", "bet", "debt", "slight", "snub", "rebuke", "praise", "blame", "backlash", "blow", "flight", "like", "love", "hate", "fan", "murder", "killing", "backing", "kill", "reward", "benefit",
    "crackdown", "setback", "clash", "conflict", "combat", "battle", "dispute", "quarrel", "row", "feud", "alarm", "hedge", "balance", "favor", "favour", "honor", "honour", "welcome", "escort", "lobby", "critique", "jail",
    "arrest", "ambush", "bomb", "shell", "rocket", "missile", "strike", "siege", "invade-not", "retreat", "withdrawal", "purge", "probe", "spy", "hack", "leak", "scare", "slump", "slam", "swipe", "shot", "jab", "dig",
];

/// Irregular verbs: base form, past tense, past participle. A lexicon's own forms add to them.
pub const IRREGULAR: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"), ("be", "was", "been"), ("bear", "bore", "borne"), ("beat", "beat", "beaten"), ("become", "became", "become"),
    ("begin", "began", "begun"), ("bend", "bent", "bent"), ("bet", "bet", "bet"), ("bid", "bid", "bid"), ("bind", "bound", "bound"), ("blow", "blew", "blown"),
    ("break", "broke", "broken"), ("breed", "bred", "bred"), ("bring", "brought", "brought"), ("broadcast", "broadcast", "broadcast"),
    ("build", "built", "built"), ("burst", "burst", "burst"), ("buy", "bought", "bought"), ("cast", "cast", "cast"), ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"), ("cling", "clung", "clung"), ("come", "came", "come"), ("cost", "cost", "cost"), ("creep", "crept", "crept"),
    ("cut", "cut", "cut"), ("deal", "dealt", "dealt"), ("do", "did", "done"), ("draw", "drew", "drawn"), ("drink", "drank", "drunk"),
    ("drive", "drove", "driven"), ("eat", "ate", "eaten"), ("fall", "fell", "fallen"), ("feed", "fed", "fed"), ("feel", "felt", "felt"),
    ("fight", "fought", "fought"), ("find", "found", "found"), ("flee", "fled", "fled"), ("fly", "flew", "flown"), ("forbid", "forbade", "forbidden"),
    ("foresee", "foresaw", "foreseen"), ("forget", "forgot", "forgotten"), ("forgive", "forgave", "forgiven"), ("forgo", "forwent", "forgone"),
    ("freeze", "froze", "frozen"), ("get", "got", "gotten"), ("give", "gave", "given"), ("go", "went", "gone"), ("grow", "grew", "grown"),
    ("hang", "hung", "hung"), ("have", "had", "had"), ("hear", "heard", "heard"), ("hide", "hid", "hidden"), ("hit", "hit", "hit"),
    ("hold", "held", "held"), ("hurt", "hurt", "hurt"), ("keep", "kept", "kept"), ("know", "knew", "known"), ("lay", "laid", "laid"),
    ("lead", "led", "led"), ("leave", "left", "left"), ("lend", "lent", "lent"), ("let", "let", "let"), ("lie", "lay", "lain"),
    ("lose", "lost", "lost"), ("make", "made", "made"), ("mean", "meant", "meant"), ("meet", "met", "met"), ("mislead", "misled", "misled"),
    ("overcome", "overcame", "overcome"), ("override", "overrode", "overridden"), ("oversee", "oversaw", "overseen"),
    ("overtake", "overtook", "overtaken"), ("overthrow", "overthrew", "overthrown"), ("partake", "partook", "partaken"), ("pay", "paid", "paid"),
    ("put", "put", "put"), ("quit", "quit", "quit"), ("read", "read", "read"), ("rebuild", "rebuilt", "rebuilt"), ("rid", "rid", "rid"),
    ("ride", "rode", "ridden"), ("ring", "rang", "rung"), ("rise", "rose", "risen"), ("run", "ran", "run"), ("say", "said", "said"),
    ("see", "saw", "seen"), ("seek", "sought", "sought"), ("sell", "sold", "sold"), ("send", "sent", "sent"), ("set", "set", "set"),
    ("shake", "shook", "shaken"), ("shed", "shed", "shed"), ("shoot", "shot", "shot"), ("show", "showed", "shown"), ("shut", "shut", "shut"),
    ("sing", "sang", "sung"), ("sink", "sank", "sunk"), ("sit", "sat", "sat"), ("slay", "slew", "slain"), ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"), ("split", "split", "split"), ("spread", "spread", "spread"), ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"), ("stick", "stuck", "stuck"), ("strike", "struck", "struck"), ("strive", "strove", "striven"),
    ("swear", "swore", "sworn"), ("sweep", "swept", "swept"), ("take", "took", "taken"), ("teach", "taught", "taught"), ("tear", "tore", "torn"),
    ("tell", "told", "told"), ("think", "thought", "thought"), ("throw", "threw", "thrown"), ("tread", "trod", "trodden"),
    ("undercut", "undercut", "undercut"), ("undergo", "underwent", "undergone"), ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"), ("undo", "undid", "undone"), ("uphold", "upheld", "upheld"), ("upset", "upset", "upset"),
    ("wage", "waged", "waged"), ("wear", "wore", "worn"), ("weave", "wove", "woven"), ("win", "won", "won"), ("wind", "wound", "wound"),
    ("withdraw", "withdrew", "withdrawn"), ("withhold", "withheld", "withheld"), ("withstand", "withstood", "withstood"), ("write", "wrote", "written"),
];
