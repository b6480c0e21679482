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
    /// both, either
    Correlative,
    /// neither
    Neither,
    /// prior, due: with "to" a preposition
    BeforeTo,
    /// one
    One,
    /// January, Monday, autumn
    Calendar,
}

/// What sort of party a noun describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// side, party, partner: anybody but a person
    Any,
    /// country, government
    State,
    /// group, militia
    Group,
    /// bloc, organization
    Body,
    /// firm
    Company,
    /// agreement, operation, project
    Initiative,
}

/// Words of each closed class.
pub const CLOSED: &[(Class, &str)] = &[
    (
        Class::Determiner,
        "the a an this these those some any no every another such all many most several few little much more less other certain various what whatever which's half",
    ),
    (Class::Possessive, "my our your his her its their whose"),
    (
        Class::Pronoun,
        "he she it they him them himself herself itself themselves someone somebody anyone anybody everyone everybody nobody none nothing something anything everything others mine ours theirs hers you",
    ),
    (Class::FirstPerson, "i we me us myself ourselves"),
    (
        Class::Preposition,
        "of in on at by for with from against about over under between among amid amidst into onto through throughout towards toward upon across \
         within without via despite during regarding concerning around near beyond behind beside besides alongside per versus like unlike \
         including excluding notwithstanding following vis-à-vis vis-a-vis along off out up down inside outside above below beneath given",
    ),
    (Class::To, "to"),
    (Class::Coordinator, "and or but nor yet & plus"),
    (
        Class::Subordinator,
        "because if while although though whereas unless until since when whenever where wherever after before as once lest whether so than how why till albeit",
    ),
    (Class::Reciprocal, "each"),
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
         longer alone together apart instead indeed however thus therefore moreover nevertheless nonetheless otherwise perhaps maybe meanwhile \
         further far well once twice abroad ahead back away forward forth earlier today yesterday tomorrow hardly long somewhat",
    ),
    (Class::Correlative, "both either"),
    (Class::Neither, "neither"),
    (Class::BeforeTo, "prior due subsequent contrary owing thanks"),
    (Class::One, "one"),
    (Class::Calendar, MONTHS),
    (Class::Calendar, WEEKDAYS),
    (Class::Calendar, PERIODS),
];

/// All but "may", which is as often a verb.
pub const MONTHS: &str = "january february march april june july august september october november december";

/// The days of the week.
pub const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// Longer stretches of time.
pub const PERIODS: &str = "spring summer autumn year month week weekend decade years months weeks decades";

/// Verbs whose object does what the following infinitive says: "urged Iran to withdraw".
pub const OBJECT_CONTROL: &str = "\
    advise aid allow appeal ask assist authorise authorize beg believe bring call cause challenge compel convince direct \
    enable encourage exhort expect force get hear help hire implement implore incite inspire instruct invite lead let like \
    lobby lure make motivate need oblige order pay permit persuade press pressure prompt push recruit remind report \
    require say see tell train urge want warn";

/// Verbs that are hostile towards a party, and only help a noun of doing: "pursue talks", "took steps against".
pub const HELPING: &str = "hit press pursue strike take";

/// What a text calls itself: "this paper".
pub const WRITINGS: &str = "analysis article brief briefing chapter commentary dossier essay factsheet memo memorandum monograph note paper piece \
    policy-brief primer publication report study survey";

/// Verbs whose object is judged for what follows "for": in "condemned Russia for its support", "its" is Russia's.
pub const JUDGING: &str = "\
    admonish applaud arrest assail attack berate blame blast castigate censure charge chastise chide commend condemn \
    congratulate credit criticise criticize denounce excoriate fault fine hail honour honor indict lambast lambaste laud \
    mock penalise penalize praise prosecute punish rebuke reprimand reproach reward ridicule salute sanction scold slam sue \
    target thank upbraid";

/// Verbs that ask somebody to do something.
pub const DEMAND: &str = "\
    advise appeal ask beg call demand exhort implore instruct order press pressure push tell urge want warn";

/// Verbs of demanding that leave no choice: "ordered Iran to ensure", "demanded that they leave".
pub const ORDERING: &str = "command demand order";

/// Verbs of warning of what may come: "warned that war was near".
pub const WARNING: &str = "alert caution warn";

/// Verbs whose object does what "of", "for" or "from" and a gerund say: "accused Iran of arming".
pub const OBJECT_OF_GERUND: &str = "\
    accuse applaud attack ban bar berate blame catch charge chide commend condemn convict criticise criticize denounce \
    deter discourage dissuade fault find keep mock praise prevent prohibit prosecute punish rebuke ridicule sanction scold \
    see slam stop suspect thank";

/// Verbs whose subject and object both do what the following verb says: "helped the rebels to fight", "joined Japan in condemning".
pub const JOINT: &str = "aid assist help join";

/// Verbs that say what their object is to their subject: "consider Iran a threat", "sees China as a partner".
pub const DUBBING: &str = "brand call consider declare deem designate dub find label name proclaim";

/// Verbs that say after "as" what their object is: "described the plan as reckless".
pub const DESCRIBING: &str = "\
    attack brand cast characterise characterize condemn criticise criticize decry define denounce depict deride describe designate dismiss \
    frame hail label mock paint perceive portray praise present regard reject ridicule see slam view";

/// Verbs for what one asks of somebody who should go, give way or be sorry: "called on him to resign".
pub const RESIGNING: &str = "\
    abandon abdicate apologise apologize comply desist disarm evacuate extradite leave quit recant relinquish renounce repent resign \
    restrain retract retreat surrender vacate yield";

/// Verbs with two objects: "denied the firm a licence".
pub const DATIVE: &str = "award deny give grant guarantee hand lend loan offer pay promise refuse sell send supply";

/// Verbs of fighting in which either side fights the other.
pub const FIGHTING: &str = "battle duel fight skirmish";

/// Verbs that say something of a body that is left, and nothing of a state.
pub const LEAVING: &str = "depart exit leave quit";

/// Nouns for what is struck, seized or held in war.
pub const STRUCK: &str = "\
    airbase airfield airport area artillery barracks base battery border bridge building bunker camp capital checkpoint city compound \
    convoy crossing depot district embassy facility factory fleet fort garrison harbour headquarters hill hospital infrastructure \
    installation island land mine neighbourhood oilfield outpost plant port position prison province radar refinery region runway ship \
    site soldier stronghold suburb tank tanker target terminal territory town troop vessel village warship";

/// Nouns of games and elections, where one beats another without being an enemy.
pub const CONTEST: &str = "\
    ballot caucus championship derby doubles election finalist halftime heavyweight homer knockout leaderboard matchup midterm nominee \
    playoff poll quarterback quarterfinal rematch runoff scoreboard semifinal shootout striker teammate touchdown tournament voter wicket \
    match league nomination coach";

/// What opponents do to each other in a game or an election.
pub const BEATING: &str = "\
    battle beat defeat dominate edge eliminate face loss opponent oust outplay overpower rival rout stun take thrash top topple \
    trounce unseat upset victory win";

/// Verbs that say a relation gets worse: "ties have frayed".
pub const SOURING: &str = "collapse cool crumble deteriorate fray plummet sour strain unravel worsen";

/// Nouns for what somebody means to do, or does, by an infinitive: "plans to expand".
pub const PLANS: &str = "\
    aim ambition attempt bid campaign commitment decision desire determination drive effort endeavour goal intent intention \
    mission move offer order pledge plan plot policy promise pursuit push quest refusal resolve scheme step struggle threat vow";

/// Verbs whose subject gets what their object names: "enjoys Western support".
pub const RECEIVING: &str =
    "attract court draw earn enjoy face gain garner get incur lose obtain receive retain secure seek suffer weather win";

/// Verbs of perceiving, judging, telling, suffering and preventing: their subject stands outside what their object names,
/// and is no party to it: "investigated the attack on the mission", "fears an offensive against the city".
pub const OUTSIDE: &str = "\
    acknowledge address admit allege analyse analyze anticipate assess attribute audit avert await bemoan blame characterise \
    characterize chronicle cite claim comment compare condone confirm consider cover debate decry define depict deplore describe \
    detail discover discuss dismiss dispute document doubt endure escape evaluate evoke examine exclude expect experience explain \
    explore expose face fear feel foil foresee forestall gauge hail hear highlight ignite imagine influence interpret \
    investigate invoke judge know label lament learn measure mention monitor mourn note notice observe outlast \
    perceive portray predict prevent probe prompt protest provoke question quote read recall recognise recognize recount refer \
    regard regret remember replicate report research resemble review see spark spot study suffer survive suspect \
    tell thwart track trigger underestimate understand undergo undergone view violate warn watch weather withstand witness";

/// Bodies include their members: "the alliance, which includes A".
pub const INCLUDING: &str = "comprise embrace encompass include unite";

/// Who does this to a body or an initiative supports it: "launched the pact".
pub const FOUNDING: &str = "\
    announce champion conclude establish found inaugurate introduce launch propose ratify relaunch renew revive \
    sign unveil";

/// Goods and money that pass between states.
pub const TRADE: &str =
    "aid cargo coal commodity commerce export gas good goods import import imports investment oil product shipment supply trade";

/// Nouns that say how much there is of what follows "of": "a series of attacks".
pub const QUANTITIES: &str = "amount array barrage bit bunch deal degree dose flurry list litany lot number pattern piece plenty raft rash \
    round sequence series set share show spate statement stream string torrent volley wave wealth word";

/// Participles that say by what means: "strikes using drones against".
pub const MEANS: &str = "employ feature include involve use";

/// Nouns for how a party stands towards another; an adjective says how: "its reaction was muted".
pub const ATTITUDE: &str = "\
    approach attitude behaviour behavior line policy position posture posturing reaction relation relations relationship response \
    rhetoric stance stand statement tenor tie tone view";

/// Nouns for what is done on account of something: "in response to".
pub const ANSWERS: &str = "answer reaction reply reprisal response retaliation suspicion";

/// Nouns for dealings that may be good or bad: "US-Australian relations remain of interest".
pub const RELATIONS: &str = "contact relation relations relationship trade";

/// Nouns for what a state or a group does, decides or asks for: who condemns it stands against whose it is.
pub const CONDUCT: &str = "\
    act action activity advance aggression airstrike annexation assault attack atrocity ban behaviour behavior bid blockade blackmail \
    bombardment bombing bullying campaign ceasefire claim coercion conduct crackdown decision decree demand deployment diplomacy drill \
    embargo encroachment endeavour espionage exercise expansion expansionism gambit harassment hostility incursion influence \
    infiltration initiative interference intervention intimidation intrusion invasion law leadership legislation manoeuvre \
    maneuver measure mediation meddling membership militarisation militarization move narrative occupation offensive offer operation \
    overture participation peacekeeping plan policy posture presence pressure proposal propaganda provocation pullout push raid \
    reform repression request retaliation sale sanction sanctions shelling siege stance strategy strike subversion surveillance tactic \
    takeover threat ultimatum unilateralism veto violation violence withdrawal";

/// Nouns that can stand for a party named before, by the sort of party.
pub const DESCRIPTIONS: &[(Sort, &str)] = &[
    (Sort::Any, "side party ally partner neighbour neighbor rival"),
    (
        Sort::State,
        "country state nation government republic kingdom capital regime administration",
    ),
    (
        Sort::Group,
        "group movement militia militant insurgent rebel faction organisation organization cartel gang jihadist fighter network",
    ),
    (
        Sort::Body,
        "bloc alliance grouping body union forum agency court council commission institution",
    ),
    (Sort::Company, "company firm manufacturer carrier"),
    (
        Sort::Initiative,
        "agreement accord pact treaty deal convention declaration charter memorandum statute operation mission project corridor",
    ),
];

/// Nouns for what is held against somebody, who may deny it.
pub const CHARGES: &str = "accusation account allegation assertion blame charge claim complaint criticism finding insinuation involvement responsibility role suggestion";

/// Verbs by which an accusation is turned down.
pub const DENIAL: &str = "brush contest decry deny dismiss dispute rebuff rebut refute reject repudiate";

/// Nouns for what is done against a threat, and for those it strikes: who favours them is against the threat.
pub const COUNTERS: &str = "\
    accord alleviation armistice ban ceasefire cessation conclusion condemnation containment control convention criminalisation \
    criminalization defence defense deterrence disarmament dismantlement elimination end eradication mediation mitigation opposition \
    peace prevention prohibition protection reduction resistance resolution response safeguard settlement solution suppression \
    survivor treaty victim";

/// What is claimed or taken for a deed: whoever does so did it.
pub const OWNERSHIP: &str = "responsibility credit";

/// What the name of such a thing begins with: "anti-terrorism", "non-proliferation", "disarmament".
pub const COUNTER_PREFIXES: &[&str] = &[
    "anti",
    "counter",
    "de",
    "deradical",
    "demin",
    "denuclear",
    "disarm",
    "non",
    "nonprolif",
];

/// Adjectives in -ly; the other words with that ending are adverbs, unless they are nouns or verbs.
pub const ADJECTIVES_IN_LY: &str = "\
    beastly bodily brotherly costly cowardly curly daily deadly deathly disorderly early earthly elderly fatherly fortnightly friendly \
    ghastly ghostly godly grisly heavenly holy homely hourly kindly kingly leisurely likely lively lonely lordly lovely lowly \
    manly masterly measly miserly monthly motherly nightly orderly prickly quarterly saintly scholarly seemly sickly silly sisterly \
    sly smelly sprightly stately steely surly timely ugly unfriendly ungainly unholy unlikely unruly unsightly unseemly untimely \
    weekly wily womanly worldly yearly";

/// Words that end a phrase which names rights themselves, not their violation.
pub const RIGHTS: &str = "rights freedoms liberties freedom liberty";

/// Participles that make the name before them the holder of what follows: "Saudi-imposed blockade".
pub const OWNING: &str = "led imposed mandated required run brokered mediated sponsored organised organized";

/// Words that are nouns about as often as verbs, beside the cues that are listed as both.
pub const NOUN_OR_VERB: &str = "\
    abuse access account act advance advocate aid aim air airlift alarm alert ally ambush anchor anger angle answer appeal approach arm \
    arrest assault associate attack attempt audit author award backing backlash balance ban band bank bar base battle beach \
    background benefit bet bid bill birth blame blanket blast block blockade blow body bomb bond book boot border bottom box boycott brain brand \
    brake break brick bridge broadcast brush bubble bud bug build bus butcher butter button cable call camp campaign cap \
    capture card case cash cause cement chat clothes chain chair challenge chance change channel charge chart charter circle claim clash \
    class close cloud club coach coast coat coin collapse color colour combat comfort command comment compound concern \
    conduct conflict contact contract control copy cord core corner cost counter couple course court cover crackdown cradle \
    craft crane crash credit crew critique crop cross crowd crown cut cycle dam damage dance date dawn deal debate debt deck \
    decline defeat delay delegate demand design desire diet dig dish display dispute dock doctor document dose doubt draft \
    dress drill drive drone drop drug drum duck dust ear ease echo edge effect effort egg elbow embargo end engine engineer \
    escape escort estimate evidence exchange exercise exile experience export eye face fall fan farm fashion father fault favor favour \
    fear feature fence feud field fight figure file film finance finger fire fish fit flag flight flood floor flow focus foil \
    foot force forecast form format forward free front fuel function fund gain gang garden gas gauge gear glance grant grip ground \
    group guarantee guard guide gun hack halt hand handle harm hate head heap heat hedge help hike hint hold honor honour \
    hook hope horn host hotel house hurt ice impact import impulse inch increase index influence ink input interest \
    intervention interview invest iron issue item jab jacket jail jet join joint journey judge jump key kill killing knife \
    label lack ladder lag lamp land lap lash launch lead leaf leak lease leave leg lens letter level levy licence license \
    lift light like limit line link lip list loan lobby lock log look loop loss lot love machine mail man manage mandate map \
    march mark market mask mass master match mate matter mean measure message metal milk mind mine minute mirror missile \
    mistake mix mob model monkey motion mount mouth move murder nail name need nest net network note notice number nurse \
    object offer oil open order outrage pack package page paint pair panel paper parade parallel parent park part partner \
    party pass patch path patrol pattern pause pay peak pen people phase phone phrase picket picture piece pilot pin pipe pit pitch place \
    plague plan planet plant play pledge plot pocket point police poll pool portion position post pot pound powder power \
    practice praise present press pressure price pride prize probe process produce profile profit program progress project \
    promise prompt protest provision pump purchase purge purse push puzzle quarrel quarter quest question queue quote race raid rail \
    rain raise rally ramp ranch range rank rate ration reach read reason rebel rebuke recall record reform regard release remark \
    repair report request rescue research reserve resort respect rest result retreat return review revolt reward ride right \
    ring riot rise risk rival rock rocket role roll room root rope round route row rug rule run rush sack sail salt sample \
    sanction sand scale scar scare scheme school scope score screen screw script seal search season seat section secure \
    security seed sense service set setback shadow shape share shell shelter shield shift ship shock shoe shop shore shot \
    shoulder show shower side siege sign signal silence skin slam slice slight slope slot slump smoke snow snub soil source \
    space spark speech speed spice spill spin spirit split sponsor spoon sport spot spread spur spy square stable staff stage \
    stake stamp stand star start state station stay steam steel stem step stick stock stop store storm strain strand stream \
    stress strike string structure struggle study style subject suit sum supply support surge survey swipe switch sword \
    system table tail talk tap tape target task taste tax team tear term test text theme thought threat throne ticket tide \
    tie time tip title toll tone tongue tool torch torture total touch tour tower town toy trace track trade trail train training \
    transfer transit transport trap travel treat trend trial trigger trip trouble trust try tube tunnel turn twist type \
    uniform update upgrade use vacation value vehicle venture vessel veto video view village visit voice volunteer vote wage \
    walk wall war waste watch water wave weapon weather welcome wheel will win wind wing winter wire wish withdrawal witness \
    woman wonder wood word work worry wound yard yield";

/// Irregular verbs: base form, past tense, past participle, joined by bars. A lexicon's own forms add to them.
const IRREGULAR: &str = "\
    arise|arose|arisen be|was|been bear|bore|borne beat|beat|beaten become|became|become begin|began|begun bend|bent|bent \
    bet|bet|bet bid|bid|bid bind|bound|bound blow|blew|blown break|broke|broken breed|bred|bred bring|brought|brought \
    broadcast|broadcast|broadcast build|built|built burst|burst|burst buy|bought|bought cast|cast|cast \
    catch|caught|caught choose|chose|chosen cling|clung|clung come|came|come cost|cost|cost creep|crept|crept cut|cut|cut \
    deal|dealt|dealt do|did|done draw|drew|drawn drink|drank|drunk drive|drove|driven eat|ate|eaten fall|fell|fallen \
    feed|fed|fed feel|felt|felt fight|fought|fought find|found|found flee|fled|fled fly|flew|flown \
    forbid|forbade|forbidden foresee|foresaw|foreseen forget|forgot|forgotten forgive|forgave|forgiven \
    forgo|forwent|forgone freeze|froze|frozen get|got|gotten give|gave|given go|went|gone grow|grew|grown hang|hung|hung \
    have|had|had hear|heard|heard hide|hid|hidden hit|hit|hit hold|held|held hurt|hurt|hurt keep|kept|kept \
    know|knew|known lay|laid|laid lead|led|led leave|left|left lend|lent|lent let|let|let lie|lay|lain lose|lost|lost \
    make|made|made mean|meant|meant meet|met|met mislead|misled|misled overcome|overcame|overcome \
    override|overrode|overridden oversee|oversaw|overseen overtake|overtook|overtaken overthrow|overthrew|overthrown \
    partake|partook|partaken pay|paid|paid put|put|put quit|quit|quit read|read|read rebuild|rebuilt|rebuilt rid|rid|rid \
    ride|rode|ridden ring|rang|rung rise|rose|risen run|ran|run say|said|said see|saw|seen seek|sought|sought \
    sell|sold|sold send|sent|sent set|set|set shake|shook|shaken shed|shed|shed shoot|shot|shot show|showed|shown \
    shut|shut|shut sing|sang|sung sink|sank|sunk sit|sat|sat slay|slew|slain speak|spoke|spoken spend|spent|spent \
    split|split|split spread|spread|spread stand|stood|stood steal|stole|stolen stick|stuck|stuck strike|struck|struck \
    strive|strove|striven swear|swore|sworn sweep|swept|swept take|took|taken teach|taught|taught tear|tore|torn \
    tell|told|told think|thought|thought throw|threw|thrown tread|trod|trodden undercut|undercut|undercut \
    undergo|underwent|undergone understand|understood|understood undertake|undertook|undertaken undo|undid|undone \
    uphold|upheld|upheld upset|upset|upset wage|waged|waged wear|wore|worn weave|wove|woven win|won|won wind|wound|wound \
    withdraw|withdrew|withdrawn withhold|withheld|withheld withstand|withstood|withstood write|wrote|written";

/// The irregular verbs, one at a time.
pub fn irregular_verbs() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    IRREGULAR.split_whitespace().filter_map(|verb| {
        let (base, forms) = verb.split_once('|')?;
        let (past, participle) = forms.split_once('|')?;
        Some((base, past, participle))
    })
}
