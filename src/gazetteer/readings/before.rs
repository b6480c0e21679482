//! What stands before a name.

use super::super::words::Sort;
use super::Context;

/// The rule that the words before the name (or its list) fulfil.
pub(super) fn rule(context: &Context) -> Option<&'static str> {
    let first = context.list.first as usize;
    let start = context.sentence.first as usize;
    if let Some(rule) = glued(context, first) {
        return Some(rule);
    }
    let Some(at) = governor(context, first, start) else {
        return Some("begins_sentence");
    };
    let word = context.lower(at);
    let earlier = Earlier { context, at };
    Some(match word.as_str() {
        "in" | "inside" | "within" if earlier.any(2, GOVERNMENT) => "government_in",
        "in" => "in",
        "at" | "near" | "across" | "throughout" | "inside" | "within" | "outside" | "around" | "into" | "onto" | "through" | "via"
        | "beyond" | "along" | "off" | "beneath" | "under" => "preposition_of_place",
        "toward" | "towards" => "towards",
        "north" | "south" | "east" | "west" | "northern" | "southern" | "eastern" | "western" | "central" | "northeastern"
        | "northwestern" | "southeastern" | "southwestern" | "downtown" | "mainland" | "rural" => "part_of_place",
        "from" => earlier.from(),
        "to" => earlier.to(),
        "of" => earlier.choose(
            2,
            &[
                (Sort::PlaceOf, "of_place"),
                (Sort::ActorOf, "of_actor"),
                (Sort::AgentNoun, "of_agent"),
                (Sort::PolicyNoun, "of_policy"),
            ],
            "of",
        ),
        "with" => earlier.choose(3, &[(Sort::PlaceWith, "with_border"), (Sort::ActorWith, "with_actor")], "with"),
        "by" => "by",
        "against" => "against",
        "between" => earlier.choose(
            3,
            &[
                (Sort::PlaceWith, "between_places"),
                (Sort::MotionNoun, "between_places"),
                (Sort::EventNoun, "between_actors"),
                (Sort::ActorWith, "between_actors"),
            ],
            "between",
        ),
        "for" => "for",
        "on" => "on",
        "over" => "over",
        "about" | "like" | "unlike" | "than" | "as" | "including" | "among" | "without" | "behind" | "vis-a-vis" | "regarding"
        | "concerning" | "except" | "besides" => "other_preposition",
        "that" | "whether" | "if" | "because" | "while" | "when" | "after" | "before" | "since" | "although" | "though" | "where"
        | "how" | "why" | "which" | "until" | "once" | "whereas" | "what" => "begins_clause",
        "and" | "or" | "but" | "nor" => "after_and",
        "is" | "was" | "are" | "were" | "be" | "been" => "after_be",
        "," | ";" | ":" | "–" | "—" | "-" => comma(context, at),
        "(" | "[" | "/" => "bracket",
        _ => other_word(context, at),
    })
}

const GOVERNMENT: &[&str] = &[
    "government",
    "governments",
    "regime",
    "regimes",
    "administration",
    "authorities",
    "officials",
    "leadership",
    "junta",
    "rulers",
    "leaders",
    "policymakers",
    "capitals",
    "strategists",
    "decision-makers",
    "elites",
    "opinion",
];

/// The last word before the name that is neither article nor adjective.
fn governor(context: &Context, first: usize, start: usize) -> Option<usize> {
    let mut at = first.checked_sub(1).filter(|&at| at >= start)?;
    while is_modifier(&context.lower(at)) {
        at = at.checked_sub(1).filter(|&at| at >= start)?;
    }
    Some(at)
}

fn is_modifier(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "neighboring"
            | "neighbouring"
            | "nearby"
            | "both"
            | "all"
            | "other"
            | "modern"
            | "present-day"
            | "post-soviet"
            | "war-torn"
            | "former"
            | "today"
            | "then"
            | "much"
            | "most"
            | "new"
            | "old"
            | "communist"
            | "democratic"
            | "“"
            | "\""
            | "'"
            | "‘"
            | "'s"
            | "’s"
            | "its"
            | "their"
            | "his"
            | "our"
            | "many"
            | "some"
            | "several"
            | "greater"
            | "civil"
            | "landlocked"
            | "nuclear"
            | "rival"
            | "fellow"
            | "host"
            | "colonial"
            | "occupied"
    )
}

/// Hyphens and prefixes: "anti-Russia", "US-China".
fn glued(context: &Context, first: usize) -> Option<&'static str> {
    if !context.view.glued(first) || context.word(first - 1) != "-" {
        return None;
    }
    let prefix = context.lower(first.checked_sub(2)?);
    Some(match prefix.as_str() {
        "anti" | "pro" => "pro_or_anti",
        "trans" | "intra" | "cross" | "ex" => "hyphen",
        _ => "hyphen_with_name",
    })
}

/// After a comma: another place ("in Kunduz, Afghanistan"), or anything.
fn comma(context: &Context, at: usize) -> &'static str {
    if context.word(at) == "," && at > 0 && (context.is_name)(at - 1) && at + 1 == context.list.first as usize {
        "after_place_and_comma"
    } else {
        "after_comma"
    }
}

/// A verb, or whatever else.
fn other_word(context: &Context, at: usize) -> &'static str {
    let sorts = context.sorts(at);
    if context.view.is_capital(at) {
        return "after_capital";
    }
    if sorts.has(Sort::ReachVerb) && !sorts.has(Sort::ObjectVerb) {
        "reached"
    } else if sorts.has(Sort::ObjectVerb) {
        "object_of_verb"
    } else if sorts.has(Sort::PersonVerb) || sorts.has(Sort::MotionVerb) {
        "after_other_verb"
    } else if sorts.has(Sort::PlaceVerb) || context.word(at).starts_with("border") {
        "bordered"
    } else {
        "after_other_word"
    }
}

/// The words before a preposition.
struct Earlier<'a> {
    context: &'a Context<'a>,
    /// The preposition.
    at: usize,
}

impl Earlier<'_> {
    /// The nearest tokens before the preposition, up to `reach`.
    fn tokens(&self, reach: usize) -> impl Iterator<Item = usize> {
        let start = self.at.saturating_sub(reach).max(self.context.sentence.first as usize);
        (start..self.at).rev()
    }

    fn any(&self, reach: usize, words: &[&str]) -> bool {
        self.tokens(reach).any(|token| words.contains(&self.context.lower(token).as_str()))
    }

    /// The rule of the first sort that the nearest sorted word has.
    fn choose(&self, reach: usize, rules: &[(Sort, &'static str)], otherwise: &'static str) -> &'static str {
        let of_token = |token| {
            let sorts = self.context.sorts(token);
            rules.iter().find(|(sort, _)| sorts.has(*sort)).map(|(_, rule)| *rule)
        };
        self.tokens(reach).find_map(of_token).unwrap_or(otherwise)
    }

    fn from(&self) -> &'static str {
        self.choose(
            3,
            &[
                (Sort::ActorFrom, "from_actor"),
                (Sort::MotionVerb, "from_place"),
                (Sort::MotionNoun, "from_place"),
                (Sort::PeopleNoun, "from_place"),
            ],
            "from",
        )
    }

    fn to(&self) -> &'static str {
        self.choose(
            4,
            &[
                (Sort::ActorTo, "to_actor"),
                (Sort::MotionVerb, "to_place"),
                (Sort::MotionNoun, "to_place"),
                (Sort::PersonVerb, "to_other"),
            ],
            "to",
        )
    }
}
