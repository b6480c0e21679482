//! What stands before a name.

use super::super::senses::{ByNoun, ByVerb, by_noun, by_verb};
use super::super::words::{MONTHS, Sort};
use super::{Context, Name, after};

/// The rules that the words before the name (or its list) fulfil: a coarse one, a fine one.
pub(super) fn rules(context: &Context, name: Name) -> [Option<&'static str>; 2] {
    let first = context.list.first as usize;
    let start = context.sentence.first as usize;
    if let Some(rule) = glued(context, first) {
        return [Some(rule), None];
    }
    let Some(at) = governor(context, first, start) else {
        return [Some("begins_sentence"), None];
    };
    let word = context.lower(at);
    let earlier = Earlier { context, at };
    let sorts = context.sorts(at);
    match word {
        "in" | "inside" | "within" if name != Name::State && earlier.is_government() => [Some("government_in"), None],
        "in" => [Some("in"), None],
        "toward" | "towards" => [Some("towards"), None],
        "from" => earlier.rules("from", FROM, Some(&FROM_NOUN), Some(&FROM_VERB)),
        "to" => earlier.rules("to", TO, Some(&TO_NOUN), Some(&TO_VERB)),
        "of" => earlier.rules("of", OF, Some(&OF_NOUN), None),
        "with" => earlier.rules("with", WITH, None, Some(&WITH_VERB)),
        "between" => earlier.rules("between", BETWEEN, Some(&BETWEEN_NOUN), Some(&BETWEEN_VERB)),
        "for" => earlier.rules("for", FOR, Some(&FOR_NOUN), Some(&FOR_VERB)),
        "by" if at > start && context.sorts(at - 1).has(Sort::PlaceVerb) => [Some("bordered"), None],
        "by" => [Some("by"), None],
        "against" => [Some("against"), None],
        "at" if ["aimed", "directed", "targeted", "angry"].iter().any(|word| earlier.is_after(word)) => [Some("against"), None],
        "on" => [Some("on"), None],
        "over" if earlier.is_after("all") => [Some("preposition_of_place"), None],
        "as" if earlier.is_after("far") => [Some("preposition_of_place"), None],
        "over" => [Some("over"), None],
        "through" | "via" => [Some("through"), None],
        "like" | "unlike" => [Some("like"), None],
        "than" => [Some("than"), None],
        "as" => [Some("as"), None],
        "and" | "or" | "but" | "nor" => [Some("after_and"), None],
        "is" | "was" | "are" | "were" | "be" | "been" => [Some("after_be"), None],
        "," | ";" | ":" | "–" | "—" | "-" => [Some(comma(context, at, name)), None],
        "(" | "[" | "/" => [Some("bracket"), None],
        _ if sorts.has(Sort::PlacePreposition) => [Some("preposition_of_place"), None],
        _ if sorts.has(Sort::PartOfPlace) => [Some("part_of_place"), None],
        _ if sorts.has(Sort::Clause) => [Some("begins_clause"), None],
        _ if sorts.has(Sort::OtherPreposition) => [Some("other_preposition"), None],
        _ => other_word(context, at, word),
    }
}

/// The rule for a name that begins a sentence or clause, by what follows: "Iran said", "Cambodia is a country", "BAKU -".
pub(super) fn of_beginning(rule: &'static str, after: Option<&'static str>, context: &Context, name: Name) -> &'static str {
    if !matches!(rule, "begins_sentence" | "begins_clause") {
        return rule;
    }
    match after {
        Some("is_described" | "is_kind_of_place" | "is" | "has" | "place_verb") => "begins_described",
        Some("verb" | "verb_or_noun" | "other_verb" | "modal" | "has_done" | "is_doing" | "is_willing" | "is_treated" | "verb_ing") => {
            "begins_acting"
        }
        _ if rule == "begins_sentence" && is_dateline(context, name) => "dateline",
        _ => rule,
    }
}

/// "CAIRO -", "MOSCOW, April 5", "Muscat:", "Beijing (AsiaNews)", "LONDON Pope Francis".
fn is_dateline(context: &Context, name: Name) -> bool {
    let end = context.list.end as usize;
    let dated = context.word(end) == "," && is_month(context.word(end + 1));
    let marked = match context.word(end) {
        "-" | "–" | "—" | "--" => !context.view.glued(end),
        // "Yerevan and Moscow: an alliance" is a title.
        ":" | "(" => context.list == context.own && matches!(name, Name::Capital | Name::Place),
        _ => false,
    };
    let surface = context.view.surface(context.own);
    let shouted = surface.len() > 3 && !surface.bytes().any(|byte| byte.is_ascii_lowercase()) && !surface.contains('.');
    marked || dated && name == Name::Capital || shouted && context.view.is_capital(end)
}

/// "April", "Apr", "Sept".
fn is_month(word: &str) -> bool {
    word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(word))
}

/// Whether the rule tells of a preposition before the name.
pub(super) fn is_in_phrase(rule: &str) -> bool {
    matches!(
        rule,
        "in" | "of"
            | "to"
            | "with"
            | "from"
            | "between"
            | "for"
            | "by"
            | "against"
            | "on"
            | "over"
            | "towards"
            | "through"
            | "preposition_of_place"
            | "other_preposition"
    )
}

/// The coarse rule for a name that belongs to a noun after it: what governs that noun tells less of the name.
pub(super) fn of_head(rule: &'static str) -> &'static str {
    match rule {
        "in" | "preposition_of_place" | "from" => "head_in_place",
        "begins_sentence" | "begins_clause" => "head_begins",
        "part_of_place" => "part_of_place",
        "pro_or_anti" | "hyphen_with_name" => rule,
        "of" => "head_of",
        "object_of_verb" | "after_other_verb" | "reached" | "bordered" => "head_after_verb",
        "to" | "with" | "by" | "against" | "for" | "on" | "over" | "between" | "towards" | "other_preposition" | "through" | "like"
        | "than" | "as" => "head_after_preposition",
        "after_capital" => "head_after_capital",
        _ => "head_after_other",
    }
}

type Choices = &'static [(Sort, &'static str)];

const OF: Choices = &[
    (Sort::PlaceOf, "of_place"),
    (Sort::ActorOf, "of_actor"),
    (Sort::AgentNoun, "of_agent"),
    (Sort::PolicyNoun, "of_policy"),
];
const WITH: Choices = &[(Sort::PlaceWith, "with_border"), (Sort::ActorWith, "with_actor")];
const BETWEEN: Choices = &[
    (Sort::PlaceWith, "between_places"),
    (Sort::MotionNoun, "between_places"),
    (Sort::MotionVerb, "between_places"),
    (Sort::PlaceVerb, "between_places"),
    (Sort::SettingNoun, "between_places"),
    (Sort::EventNoun, "between_actors"),
    (Sort::ActorWith, "between_actors"),
];
const FROM: Choices = &[
    (Sort::ActorFrom, "from_actor"),
    (Sort::MotionVerb, "from_place"),
    (Sort::MotionNoun, "from_place"),
    (Sort::PeopleNoun, "from_place"),
];
const TO: Choices = &[
    (Sort::ActorTo, "to_actor"),
    (Sort::MotionVerb, "to_place"),
    (Sort::MotionNoun, "to_place"),
    (Sort::PersonVerb, "to_other"),
];
const FOR: Choices = &[
    (Sort::ActorFor, "for_actor"),
    (Sort::MotionVerb, "for_place"),
    (Sort::MotionNoun, "for_place"),
];
const BETWEEN_NOUN: ByNoun = by_noun!("between_");
const BETWEEN_VERB: ByVerb = by_verb!("between_verb_of_");
const AFTER_NOUN: ByNoun = by_noun!("after_noun_of_");
const OF_NOUN: ByNoun = by_noun!("of_");
const FROM_NOUN: ByNoun = by_noun!("from_");
const FROM_VERB: ByVerb = by_verb!("from_verb_of_");
const TO_NOUN: ByNoun = by_noun!("to_");
const TO_VERB: ByVerb = by_verb!("to_verb_of_");
const WITH_VERB: ByVerb = by_verb!("with_verb_of_");
const FOR_NOUN: ByNoun = by_noun!("for_");
const FOR_VERB: ByVerb = by_verb!("for_verb_of_");
const OBJECT: ByVerb = by_verb!("object_of_");

/// The last word before the name that is neither article nor adjective. Names that tell which countries are meant stand
/// where those stand: "through the neighbouring countries – Iran and Pakistan".
fn governor(context: &Context, first: usize, start: usize) -> Option<usize> {
    let at = without_fillers(context, first, start)?;
    match members_before(context, at, start) {
        Some(members) => before_noun_phrase(context, members, start),
        None => Some(at),
    }
}

/// The last token before `end` that may govern what follows.
fn without_fillers(context: &Context, end: usize, start: usize) -> Option<usize> {
    let mut at = end.checked_sub(1).filter(|&at| at >= start)?;
    loop {
        if is_compound_filler(context, at, start) {
            at -= 2;
        } else if !context.sorts(at).has(Sort::Filler) && !after::is_adverb(context, at) {
            return Some(at);
        }
        at = at.checked_sub(1).filter(|&at| at >= start)?;
    }
}

/// Whether three tokens that end here are one adjective: "present-day", "war-torn".
fn is_compound_filler(context: &Context, at: usize, start: usize) -> bool {
    let is_compound = at >= start + 2 && context.word(at - 1) == "-" && context.view.glued(at) && context.view.glued(at - 1);
    let is_filler = |compound: &str| context.words.sorts(compound).has(Sort::Filler);
    is_compound && is_filler(&format!("{}-{}", context.lower(at - 2), context.lower(at)))
}

/// The noun that the names in a list tell apart: "countries (also Iran and Pakistan)", "states such as Iran".
fn members_before(context: &Context, at: usize, start: usize) -> Option<usize> {
    let noun = match context.lower(at) {
        "–" | "—" | ":" | "(" | "like" | "including" => at.checked_sub(1)?,
        "," if context.list != context.own => at.checked_sub(1)?,
        "as" if at > start && context.lower(at - 1) == "such" => at.checked_sub(2)?,
        _ => return None,
    };
    let noun = if noun > start && context.word(noun) == "," {
        noun - 1
    } else {
        noun
    };
    let is_whole = |at| context.sorts(at).has_any(&[Sort::Members, Sort::Kinds]) || (context.name_at)(at).is_some();
    (noun >= start && is_whole(noun)).then_some(noun)
}

/// The token before the words that belong to a noun: its adjectives, names and numbers.
fn before_noun_phrase(context: &Context, noun: usize, start: usize) -> Option<usize> {
    let mut at = without_fillers(context, noun, start)?;
    for _ in 0..MOST_BEFORE_NOUN {
        let sorts = context.sorts(at);
        let belongs = !sorts.has_any(&[Sort::FunctionWord, Sort::PlacePreposition, Sort::OtherPreposition, Sort::Clause])
            && (context.view.is_capital(at) || context.words.senses.verb(context.word(at)).is_none())
            && context.word(at).starts_with(char::is_alphanumeric);
        if !belongs {
            break;
        }
        at = without_fillers(context, at, start)?;
    }
    Some(at)
}

/// A noun has no more words before it than this.
const MOST_BEFORE_NOUN: usize = 4;

/// Hyphens and prefixes: "anti-Russia", "US-China".
fn glued(context: &Context, first: usize) -> Option<&'static str> {
    if !context.view.glued(first) || context.word(first - 1) != "-" {
        return None;
    }
    let prefix = context.lower(first.checked_sub(2)?);
    Some(match prefix {
        "anti" | "pro" => "pro_or_anti",
        "trans" | "intra" | "cross" | "ex" => "hyphen",
        _ => "hyphen_with_name",
    })
}

/// After a comma: what another place lies in ("in Kunduz, Afghanistan"), or anything.
fn comma(context: &Context, at: usize, name: Name) -> &'static str {
    if context.word(at) != "," || at == 0 {
        return "after_comma";
    }
    let before = (context.name_at)(at - 1).filter(|_| at + 1 == context.list.first as usize);
    let are_equals = before.is_some_and(|before| after::is_equal(name, before));
    if context.lower(at - 1) == "capital" {
        "after_kind_of_place"
    } else if before.is_some() && !are_equals || is_house(context, at - 1) {
        "after_place_and_comma"
    } else {
        "after_comma"
    }
}

/// "University College, London", "Mall Road, Lahore".
fn is_house(context: &Context, at: usize) -> bool {
    context.view.is_capital(at)
        && context
            .sorts(at)
            .has_any(&[Sort::Building, Sort::Street, Sort::OrganizationHead, Sort::PlaceHead])
}

/// A verb, or whatever else.
fn other_word(context: &Context, at: usize, word: &str) -> [Option<&'static str>; 2] {
    let sorts = context.sorts(at);
    if context.view.is_capital(at) {
        return [Some("after_capital"), None];
    }
    if sorts.has(Sort::Settlement) || word == "capital" {
        return [Some("after_kind_of_place"), None];
    }
    let sense = context.words.senses.verb(word).map(|sense| OBJECT[sense]);
    let rule = if sorts.has(Sort::ReachVerb) && !sorts.has(Sort::ObjectVerb) {
        "reached"
    } else if sorts.has(Sort::ObjectVerb) {
        "object_of_verb"
    } else if sorts.has_any(&[Sort::PersonVerb, Sort::MotionVerb]) {
        "after_other_verb"
    } else if sorts.has(Sort::PlaceVerb) || word.starts_with("border") {
        "bordered"
    } else {
        let noun = context.words.senses.noun(word).map(|sense| AFTER_NOUN[sense]);
        return [Some("after_other_word"), noun];
    };
    [Some(rule), sense]
}

/// The words before a preposition.
struct Earlier<'a> {
    context: &'a Context<'a>,
    /// The preposition.
    at: usize,
}

/// Words before a preposition among which its noun or verb is looked for.
const REACH: usize = 4;

impl Earlier<'_> {
    /// The nearest tokens before the preposition, up to `reach`.
    fn tokens(&self, reach: usize) -> impl Iterator<Item = usize> {
        let start = self.at.saturating_sub(reach).max(self.context.sentence.first as usize);
        (start..self.at).rev()
    }

    /// Whether this word stands right before: "all over", "as far as".
    fn is_after(&self, word: &str) -> bool {
        self.at > self.context.sentence.first as usize && self.context.lower(self.at - 1) == word
    }

    /// "The government in Kabul" (where a state stands there, it is where they are), but not "the Taliban regime in Afghanistan", which says who governs.
    fn is_government(&self) -> bool {
        let found = self.tokens(1).find(|&token| self.context.sorts(token).has(Sort::Government));
        let is_named = |before| self.context.view.is_capital(before) && self.context.lower(before) != "the";
        found.is_some_and(|token| !token.checked_sub(1).is_some_and(is_named))
    }

    /// The preposition, and the rule of the first sort that the nearest sorted word has, or of the nearest word's supersense.
    fn rules(
        &self,
        preposition: &'static str,
        choices: Choices,
        nouns: Option<&ByNoun>,
        verbs: Option<&ByVerb>,
    ) -> [Option<&'static str>; 2] {
        let of_token = |token| {
            let sorts = self.context.sorts(token);
            choices.iter().find(|(sort, _)| sorts.has(*sort)).map(|(_, rule)| *rule)
        };
        let of_sense = |token| {
            let word = self.context.lower(token);
            let senses = &self.context.words.senses;
            let noun = nouns.and_then(|rules| senses.noun(word).map(|sense| rules[sense]));
            noun.or_else(|| verbs.and_then(|rules| senses.verb(word).map(|sense| rules[sense])))
        };
        let fine = self
            .tokens(REACH)
            .find_map(of_token)
            .or_else(|| self.tokens(REACH).find_map(of_sense));
        [Some(preposition), fine]
    }
}
