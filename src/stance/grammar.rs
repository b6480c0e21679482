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
        "the a an this these those some any no every another such all many most several few little much more less other certain various what whatever which's half",
    ),
    (Class::Possessive, "my our your his her its their whose"),
    (
        Class::Pronoun,
        "he she it they him them himself herself itself themselves one someone somebody anyone anybody everyone everybody nobody none nothing something anything everything others mine ours theirs hers you",
    ),
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
         longer together apart instead indeed however thus therefore moreover nevertheless nonetheless otherwise perhaps maybe meanwhile \
         further far well once twice abroad ahead back away forward forth earlier today yesterday tomorrow hardly long somewhat",
    ),
    (Class::Correlative, "both either neither"),
];

/// Verbs whose object does what the following infinitive says: "urged Iran to withdraw".
pub const OBJECT_CONTROL: &str = "\
    advise aid allow appeal ask assist authorise authorize beg believe bring call cause challenge compel convince direct \
    enable encourage exhort expect force get hear help hire implement implore incite inspire instruct invite lead let like \
    lobby lure make motivate need oblige order pay permit persuade press pressure prompt push recruit remind report \
    require say see tell train urge want warn";

/// Verbs that ask somebody to do something.
pub const DEMAND: &str = "\
    advise appeal ask beg call demand exhort implore instruct order press pressure push tell urge want warn";

/// Verbs whose object does what "of", "for" or "from" and a gerund say: "accused Iran of arming".
pub const OBJECT_OF_GERUND: &str = "\
    accuse applaud attack ban bar berate blame catch charge chide commend condemn convict criticise criticize denounce \
    deter discourage dissuade fault find keep mock praise prevent prohibit prosecute punish rebuke ridicule sanction scold \
    see slam stop suspect thank";

/// Words that are nouns about as often as verbs, beside the cues that are listed as both.
pub const NOUN_OR_VERB: &str = "\
    abuse act advance advocate aid aim alarm ally ambush anger answer approach arm arrest assault associate attack \
    backing backlash balance ban bank bar base battle benefit bet bid bill blame block blockade blow bomb book border \
    boycott break bridge broadcast build call camp campaign capture case cause challenge change charge charter claim \
    clash close combat comment concern conduct conflict contact contract control corner cost counter cover crackdown \
    critique cut damage date deal debate debt decline defeat delay delegate demand design desire dig display dispute \
    doctor document doubt draft drive drop ease effect effort embargo end engineer escape escort estimate exchange \
    exercise export face fall fan farm fault favor favour fear feud fight finance fire flight flow focus force forecast \
    form forward free fuel function fund gain gas grant ground group guarantee guard guide hack halt hand harm hate head \
    hedge help hold honor honour hope host house hurt impact import increase influence interest intervention interview \
    invest issue jab jail join judge jump kill killing lack land launch lead leak leave lift light like limit line link \
    list loan lobby look loss love man manage mandate map march mark market master match matter mean measure mine \
    missile mistake model move murder name need network note object offer open order outrage page park part partner \
    party pass patrol pay people pilot place plan plant play pledge plot point police poll position post power practice \
    praise present press pressure price probe process produce profile profit program progress project promise protest \
    purchase purge push quarrel quest question race raid raise range rank rate reach read rebel rebuke record reform \
    regard release report request rescue research reserve respect rest result retreat return review reward ride right \
    rise risk rival rocket role round route row rule run sanction scale scare school search seat secure security sense \
    set setback shape share shell shift ship shot show side siege sign signal slam slight slump snub source space spark \
    speech speed sponsor spread spy staff stage stake stand star start state stay step stop store strain stress strike \
    structure struggle study subject supply support surge swipe talk target tax test thought threat time title total \
    touch tour track trade train transfer transit travel treat trend trial trip trust turn use value veto view visit \
    voice volunteer vote walk war watch water wave weapon welcome will win wish withdrawal witness wonder work worry wound";

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
