//! One entity and one reading for each stretch: actor or place, and which of several.

use super::candidate::{Candidate, Cast, Verdict};
use super::compile::Gazetteer;
use super::places;
use super::readings::{self, Context, Name, Read};
use super::resolve::Group;
use super::view::{Range, View};
use super::words::Sort;
use crate::document::Kind;
use crate::lexicon::{Class, Entity, Reading};

/// What the rules said about the reading of a stretch.
pub(super) struct Weighed {
    pub range: Range,
    pub evidence: Vec<readings::Evidence>,
}

/// Chooses among the members of each group; the chosen one is kept with its reading, the others are not. Tells the
/// evidence of each reading to `watch`.
pub(super) fn choose(
    gazetteer: &Gazetteer,
    view: &View,
    cast: &Cast,
    groups: &[Group],
    candidates: &mut [Candidate],
    mut watch: impl FnMut(Weighed),
) {
    let atlas = places::Atlas::new(view, cast, groups, candidates);
    let lists = lists(view, cast, groups, candidates);
    let names: Vec<Option<Name>> = groups
        .iter()
        .map(|group| may_be_place(cast, group, candidates).then(|| name(cast, group, candidates)))
        .collect();
    let name_at = |token: usize| {
        let at = groups.partition_point(|group| group.range.end as usize <= token);
        let group = groups.get(at).filter(|group| group.range.tokens().contains(&token));
        group.and_then(|_| names[at])
    };
    let mut sentence: Option<(usize, readings::Sentence)> = None;
    for (at, (group, list)) in groups.iter().zip(lists).enumerate() {
        let number = view.sentence_of(group.range.first as usize);
        let range = Range::new(view.tokens_of(number).start, view.tokens_of(number).end);
        let next = groups.get(at + 1).filter(|next| lies_in(view, cast, group, next, candidates));
        let last = group.range.end as usize - 1;
        let land = (names[at] == Some(Name::Bloc) && view.sorts(last).has(Sort::Land)).then_some(LAND);
        let read = next.map(|_| IN_ITS_COUNTRY).or(land).or_else(|| {
            (is_ambiguous(cast, group, candidates) && !names_agent(view, group, candidates)).then(|| {
                if sentence.as_ref().is_none_or(|(known, _)| *known != number) {
                    sentence = Some((number, readings::Sentence::new(view, range)));
                }
                let context = Context {
                    view,
                    words: &gazetteer.words,
                    own: group.range,
                    list,
                    sentence: range,
                    name_at: &name_at,
                };
                let Some((_, about)) = &sentence else { unreachable!("set above") };
                let evidence = readings::evidence(&context, name(cast, group, candidates), about, &gazetteer.weights);
                let read = readings::decide(&evidence);
                watch(Weighed {
                    range: group.range,
                    evidence,
                });
                read
            })
        });
        settle(view, cast, &atlas, group, candidates, read);
    }
}

/// How a town before its country is read: "Tripoli, Lebanon".
const IN_ITS_COUNTRY: Read = Read {
    kind: Kind::Place,
    rule: "before_its_country",
    confidence: 0.97,
};

/// How a name is read that says what kind of land it is: "the Korean Peninsula".
const LAND: Read = Read {
    kind: Kind::Place,
    rule: "kind_of_land",
    confidence: 0.9,
};

/// Whether a town or division is followed by a comma and its own country, or its division.
fn lies_in(view: &View, cast: &Cast, group: &Group, next: &Group, candidates: &[Candidate]) -> bool {
    let comma = group.range.end as usize;
    if view.word(comma) != "," || next.range.first as usize != comma + 1 {
        return false;
    }
    let entities = |group: &Group| -> Vec<_> {
        let numbers = group.members.iter().filter_map(|&member| candidates[member].entity);
        numbers.map(|number| cast.get(number)).collect()
    };
    let wholes = entities(next);
    entities(group).iter().any(|part| {
        let country = part.code("country");
        country.is_some()
            && wholes
                .iter()
                .any(|whole| whole.actor == Some(Class::State) && whole.code("iso3") == country)
    })
}

/// Keeps one member of a group.
fn settle(view: &View, cast: &Cast, atlas: &places::Atlas, group: &Group, candidates: &mut [Candidate], read: Option<Read>) {
    let kind = read.map(|read| read.kind);
    let Some(chosen) = pick(view, cast, atlas, group, candidates, kind) else {
        return;
    };
    for &member in &group.members {
        candidates[member].verdict = if member == chosen { Verdict::Kept } else { Verdict::OtherReading };
    }
    let candidate = &mut candidates[chosen];
    let Some(entity) = candidate.entity.map(|number| cast.get(number)) else {
        return;
    };
    let settled = if entity.actor.is_some() { Kind::Actor } else { Kind::Place };
    match read {
        Some(read) => {
            candidate.kind = if entity.class(read.kind).is_some() || is_seat(entity, read) {
                read.kind
            } else {
                settled
            };
            candidate.rule = read.rule;
            candidate.confidence = read.confidence;
        }
        None => candidate.kind = settled,
    }
}

/// Whether a town or province acts through its authorities: only on clear evidence.
fn is_seat(entity: &Entity, read: Read) -> bool {
    read.kind == Kind::Actor && read.confidence > 0.55 && has_authorities(entity)
}

/// Whether a place has authorities that may act for it: towns, provinces and counties do, islands and deserts do not.
fn has_authorities(entity: &Entity) -> bool {
    match entity.place {
        Some(Class::City) => true,
        Some(Class::Region) => {
            let last = entity.name.rsplit(' ').next().unwrap_or_default();
            entity.code("feature").is_some_and(|feature| feature.starts_with("ADM"))
                || matches!(
                    last,
                    "Province" | "State" | "County" | "District" | "Oblast" | "Governorate" | "Prefecture" | "Municipality"
                )
        }
        _ => false,
    }
}

/// The member that fits the kind best.
fn pick(view: &View, cast: &Cast, atlas: &places::Atlas, group: &Group, candidates: &[Candidate], kind: Option<Kind>) -> Option<usize> {
    let fits = |member: &&usize| {
        let candidate = &candidates[**member];
        let entity = candidate.entity.map(|number| cast.get(number));
        match kind {
            Some(Kind::Place) => entity.is_some_and(|entity| entity.place.is_some()) && candidate.reading != Reading::Metonym,
            Some(kind) => entity.is_some_and(|entity| entity.class(kind).is_some()),
            None => true,
        }
    };
    let fitting: Vec<usize> = group.members.iter().filter(fits).copied().collect();
    let choice = if fitting.is_empty() { &group.members } else { &fitting };
    if choice.len() == 1 {
        return choice.first().copied();
    }
    atlas.nearest(view, cast, choice, candidates)
}

fn name(cast: &Cast, group: &Group, candidates: &[Candidate]) -> Name {
    let mut best = Name::Other;
    for &member in &group.members {
        let candidate = &candidates[member];
        let Some(entity) = candidate.entity.map(|number| cast.get(number)) else {
            continue;
        };
        let name = match (entity.actor, entity.place, candidate.reading) {
            (_, _, Reading::Demonym) => Name::Demonym,
            (_, _, Reading::Metonym) => Name::Capital,
            (Some(Class::State), _, _) => Name::State,
            (Some(Class::Bloc), ..) => Name::Bloc,
            (Some(_), Some(Class::Facility), _) => Name::Building,
            (None, Some(_), _) => Name::Place,
            _ => Name::Other,
        };
        let rank = |name| {
            [
                Name::Demonym,
                Name::State,
                Name::Capital,
                Name::Bloc,
                Name::Place,
                Name::Building,
                Name::Other,
            ]
            .iter()
            .position(|&known| known == name)
        };
        if rank(name) < rank(best) {
            best = name;
        }
    }
    best
}

/// Whether the words can be read as an actor and as a place.
fn is_ambiguous(cast: &Cast, group: &Group, candidates: &[Candidate]) -> bool {
    let entities = group
        .members
        .iter()
        .filter_map(|&member| candidates[member].entity)
        .map(|number| cast.get(number));
    let (mut actor, mut place) = (false, false);
    for entity in entities {
        actor |= entity.actor.is_some();
        place |= entity.place.is_some();
        actor |= has_authorities(entity);
    }
    actor && place
}

/// Whether the words name those who act for a state and are no place: "the Trump administration", "the Karzai government".
fn names_agent(view: &View, group: &Group, candidates: &[Candidate]) -> bool {
    let last = group.range.end as usize - 1;
    let stands_for = group.members.iter().all(|&member| candidates[member].reading == Reading::Metonym);
    stands_for && group.range.len() > 1 && view.sorts(last).has(Sort::AgentNoun)
}

fn may_be_place(cast: &Cast, group: &Group, candidates: &[Candidate]) -> bool {
    let mut entities = group
        .members
        .iter()
        .filter_map(|&member| candidates[member].entity)
        .map(|number| cast.get(number));
    entities.any(|entity| entity.place.is_some())
}

/// For each group the tokens of the list of names that it stands in: "Iran, Iraq and Turkey".
fn lists(view: &View, cast: &Cast, groups: &[Group], candidates: &[Candidate]) -> Vec<Range> {
    let mut lists: Vec<Range> = Vec::with_capacity(groups.len());
    let mut at = 0;
    while at < groups.len() {
        let mut end = at + 1;
        let mut joined = false;
        while end < groups.len() && may_be_place(cast, &groups[end], candidates) && may_be_place(cast, &groups[end - 1], candidates) {
            match link(view, groups[end - 1].range, groups[end].range) {
                // "in Moscow, and Beijing prefers": a new clause
                Some(Link::CommaAnd) if end - at == 1 => break,
                Some(Link::And | Link::CommaAnd) => joined = true,
                Some(Link::Comma) => {}
                None => break,
            }
            end += 1;
            // "in Manipur and Mizoram, New Delhi announced": the list was whole
            if joined && view.word(groups[end - 1].range.end as usize) == "," {
                break;
            }
        }
        let whole = Range {
            first: groups[at].range.first,
            end: groups[end - 1].range.end,
        };
        let is_list =
            joined || end - at > 2 || end - at == 2 && are_of_one_kind(cast, &groups[at..end], candidates) && goes_on(view, whole);
        lists.extend(groups[at..end].iter().map(|group| if is_list { whole } else { group.range }));
        at = end;
    }
    lists
}

/// Whether all are states, or all are seats of power: neither lies in the other.
fn are_of_one_kind(cast: &Cast, groups: &[Group], candidates: &[Candidate]) -> bool {
    let mut names = groups.iter().map(|group| name(cast, group, candidates));
    let first = names.next();
    matches!(first, Some(Name::State | Name::Capital)) && names.all(|name| Some(name) == first)
}

/// Whether a list ends with what is no place: "Yerevan, Baku and the outside powers".
fn goes_on(view: &View, list: Range) -> bool {
    matches!(view.word(list.end as usize), "and" | "or")
}

#[derive(PartialEq)]
enum Link {
    Comma,
    And,
    CommaAnd,
}

/// What joins two neighbours into a list.
fn link(view: &View, before: Range, after: Range) -> Option<Link> {
    let between = before.end as usize..after.first as usize;
    if between.len() > 3 || view.sentence_of(before.first as usize) != view.sentence_of(after.first as usize) {
        return None;
    }
    let mut link = None;
    for token in between {
        match view.word(token) {
            "," => link = link.or(Some(Link::Comma)),
            "and" | "or" | "&" if link.is_some() => link = Some(Link::CommaAnd),
            "and" | "or" | "&" => link = Some(Link::And),
            "the" => {}
            "then" | "also" | "finally" | "later" | "possibly" | "perhaps" | "even" | "especially" if link.is_some() => {}
            _ => return None,
        }
    }
    link
}

/// The class of an entity in a reading; a town or province that acts does so as a state would.
pub(super) fn class(entity: &Entity, kind: Kind) -> Option<Class> {
    let seat = kind == Kind::Actor && entity.place.is_some();
    entity.class(kind).or(if seat { Some(Class::State) } else { None })
}
