//! Words that decide where source and content of an attribution begin and end.

use crate::stance::grammar::{MONTHS, WEEKDAYS};
use crate::stance::vocabulary::{Sym, Vocabulary};

/// Words known by number.
pub struct Wording {
    pub(super) by: Sym,
    pub(super) of: Sym,
    pub(super) as_: Sym,
    pub(super) in_: Sym,
    pub(super) among: Sym,
    pub(super) per: Sym,
    pub(super) you: Sym,
    asking: Vec<Sym>,
    source_links: Vec<Sym>,
    media: Vec<Sym>,
    days: Vec<Sym>,
    topics: Vec<Sym>,
    contrast: Vec<Sym>,
    things: Vec<Sym>,
    with_infinitive: Vec<Sym>,
    with_clause: Vec<Sym>,
    inverting: Vec<Sym>,
    views: Vec<Sym>,
    light: Vec<Sym>,
    no_sources: Vec<Sym>,
    citing: Vec<Sym>,
    hearers: Vec<Sym>,
    pointers: Vec<Sym>,
    pub(super) there: Sym,
}

/// Words that open an indirect question, or what is known and told.
const ASKING: &str = "whether how why when where what if";

/// Prepositions inside the name of a source: "officials in the ministry", "a study by the bank".
const SOURCE_LINKS: &str = "of from for in at with by on to";

/// What one says something in: no part of the source's name.
const MEDIA: &str = "\
    statement interview speech report letter tweet email conference briefing testimony article post message address \
    remarks comments response reply";

/// When one says something, beside the days and the months.
const TIMES: &str = "morning afternoon evening week weekend month year";

/// Prepositions after a verb of saying before what is said: "warned of".
const TOPICS: &str = "of about against";

/// After a comma these open what the author sets against the words of the source.
const CONTRAST: &str = "while whereas although though";

/// Verbs of saying that take what is said as a plain object: "announced a new plant".
const THINGS: &str = "\
    acknowledge admit affirm allege announce clarify concede confirm demand deny describe disclose emphasise emphasize explain \
    express forecast highlight mention outline pledge predict promise propose reaffirm recommend reiterate repeat request \
    reveal stress suggest underline underscore voice";

/// Verbs that mean other things too, but tell an intention when an infinitive follows: "agreed to meet".
const WITH_INFINITIVE: &str = "agree decide intend offer order plan plead request threaten want";

/// Verbs that mean other things too, but tell a thought when a clause without "that" follows: "feared the truce would end".
const WITH_CLAUSE: &str = "fear feel find hear know suspect understand";

/// Verbs that stand before their source: ", said X".
const INVERTING: &str = "\
    say add warn note write explain argue report declare claim complain conclude insist observe remark reply suggest tweet \
    admit announce assert continue contend state stress predict recall";

/// Nouns for a way of seeing: "in X's view".
const VIEWS: &str = "view views opinion judgement judgment assessment estimation words eyes account telling reading";

/// Verbs that lend themselves to a noun of saying: "made the claim that".
const LIGHT: &str =
    "make express issue voice have release repeat reiterate offer raise reach draw take hold put give share send deliver publish";

/// What is no source after "according to": a plan, a rule.
const NO_SOURCES: &str = "plan plans schedule size need needs age merit taste type circumstances rank tradition custom rules law";

/// Verbs whose first object hears what is said: "told lawmakers the army needed time".
const HEARERS: &str = "advise alert assure convince inform notify persuade promise reassure remind show teach tell warn";

impl Wording {
    /// Looks the words up, and adds those that are not known.
    pub fn compile(vocabulary: &mut Vocabulary) -> Self {
        let mut syms = |words: &str| vocabulary.intern_all(words);
        Self {
            by: syms("by")[0],
            of: syms("of")[0],
            as_: syms("as")[0],
            in_: syms("in")[0],
            among: syms("among")[0],
            per: syms("per")[0],
            you: syms("you")[0],
            asking: syms(ASKING),
            source_links: syms(SOURCE_LINKS),
            media: syms(MEDIA),
            days: [WEEKDAYS, MONTHS, TIMES].map(&mut syms).concat(),
            topics: syms(TOPICS),
            contrast: syms(CONTRAST),
            things: syms(THINGS),
            with_infinitive: syms(WITH_INFINITIVE),
            with_clause: syms(WITH_CLAUSE),
            inverting: syms(INVERTING),
            views: syms(VIEWS),
            light: syms(LIGHT),
            no_sources: syms(NO_SOURCES),
            citing: syms("citing quoting"),
            hearers: syms(HEARERS),
            pointers: syms("this that these those there what nothing which"),
            there: syms("there")[0],
        }
    }

    pub(super) fn asks(&self, form: Sym) -> bool {
        self.asking.contains(&form)
    }

    pub(super) fn links_source(&self, form: Sym) -> bool {
        self.source_links.contains(&form)
    }

    /// Whether the word is when or in what something was said.
    pub(super) fn is_medium(&self, form: Sym) -> bool {
        self.media.contains(&form) || self.is_day(form)
    }

    pub(super) fn is_day(&self, form: Sym) -> bool {
        self.days.contains(&form)
    }

    pub(super) fn opens_topic(&self, form: Sym) -> bool {
        self.topics.contains(&form)
    }

    pub(super) fn contrasts(&self, form: Sym) -> bool {
        self.contrast.contains(&form)
    }

    pub(super) fn takes_things(&self, verb: Sym) -> bool {
        self.things.contains(&verb)
    }

    pub(super) fn takes_infinitive(&self, verb: Sym) -> bool {
        self.with_infinitive.contains(&verb)
    }

    pub(super) fn takes_clause(&self, verb: Sym) -> bool {
        self.with_clause.contains(&verb)
    }

    pub(super) fn inverts(&self, verb: Sym) -> bool {
        self.inverting.contains(&verb)
    }

    pub(super) fn is_view(&self, form: Sym) -> bool {
        self.views.contains(&form)
    }

    pub(super) fn is_light(&self, verb: Sym) -> bool {
        self.light.contains(&verb)
    }

    pub(super) fn is_no_source(&self, form: Sym) -> bool {
        self.no_sources.contains(&form)
    }

    pub(super) fn has_hearer(&self, verb: Sym) -> bool {
        self.hearers.contains(&verb)
    }

    /// Whether the word points at what was said before, so that it is nobody who speaks.
    pub(super) fn points(&self, form: Sym) -> bool {
        self.pointers.contains(&form)
    }

    pub(super) fn cites(&self, form: Sym) -> bool {
        self.citing.contains(&form)
    }
}
