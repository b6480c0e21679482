//! Short forms that the document introduces: abbreviations after their definition, last names after full names.

use rustc_hash::FxHashMap;

use super::abbreviations::Abbreviation;
use super::candidate::{Candidate, Cast, Verdict};
use super::resolve::Group;
use super::view::{Range, View};
use crate::document::Kind;
use crate::lexicon::{Class, Reading};
use crate::span::Span;
use crate::token::by_form;

/// Adds a candidate wherever a short form stands for an entity that the document names in full.
pub(super) fn add(
    view: &View,
    cast: &Cast,
    groups: &[Group],
    candidates: &mut Vec<Candidate>,
    themes: &mut Vec<Candidate>,
    abbreviations: &mut Vec<Abbreviation>,
) {
    let mut forms = Forms::default();
    equal_names(view, groups, candidates, abbreviations);
    for abbreviation in abbreviations.iter_mut() {
        let short = abbreviation.short.of(view.text);
        let theme = themes
            .iter()
            .find(|theme| theme.verdict == Verdict::Kept && view.span(theme.range) == abbreviation.long);
        if let Some(theme) = theme {
            abbreviation.entity = theme.entity;
            forms.add(short, Form::theme(theme.entity));
        } else {
            abbreviation.entity = named(view, groups, candidates, abbreviation.long);
            forms.add(short, Form::acronym(abbreviation.entity));
        }
    }
    let from = candidates.len();
    last_names(view, cast, groups, candidates, &mut forms);
    for found in forms.find(view) {
        match found.form.kind {
            Kind::Theme => {
                let free = |theme: &Candidate| {
                    theme.verdict != Verdict::Kept || theme.range.end <= found.range.first || found.range.end <= theme.range.first
                };
                if themes.iter().all(free) {
                    themes.push(found.candidate(Verdict::Kept));
                }
            }
            _ if found.form.rule == "last_name" && names_other_actor(cast, &candidates[..from], found.range) => {}
            _ => {
                redefine(candidates, from, &found);
                candidates.push(found.candidate(Verdict::Open));
            }
        }
    }
}

/// Two names of one entity, the second in brackets: "United Nations Population Fund (UNFPA)".
fn equal_names(view: &View, groups: &[Group], candidates: &[Candidate], abbreviations: &mut Vec<Abbreviation>) {
    for pair in groups.windows(2) {
        let (long, short) = (pair[0].range, pair[1].range);
        let bracketed = long.end + 1 == short.first && view.word(long.end as usize) == "(" && view.word(short.end as usize) == ")";
        if !bracketed || view.span(short).len() >= view.span(long).len() {
            continue;
        }
        let entity = candidates[pair[0].members[0]].entity;
        let same = pair[1].members.iter().any(|&member| candidates[member].entity == entity);
        let span = view.span(short);
        if same && abbreviations.iter().all(|known| !known.short.overlaps(span)) {
            abbreviations.push(Abbreviation {
                short: span,
                long: view.span(long),
                entity,
            });
        }
    }
}

/// What the words of a long form name: the name that covers them, but for an article; "Central Command" may be the end of one.
fn named(view: &View, groups: &[Group], candidates: &[Candidate], long: Span) -> Option<u32> {
    let range = view.range_of(long)?;
    let covers = |group: &&Group| {
        group.range.end == range.end
            && (group.range.first <= range.first
                || group.range.first == range.first + 1 && view.word(range.first as usize).eq_ignore_ascii_case("the"))
    };
    let group = groups.iter().find(covers)?;
    candidates[group.members[0]].entity
}

/// Aliases of the same words that lead elsewhere give way to the document's own definition.
fn redefine(candidates: &mut [Candidate], from: usize, found: &FoundForm) {
    if found.form.rule == "last_name" {
        return;
    }
    for candidate in candidates[..from].iter_mut().filter(|candidate| candidate.range == found.range) {
        if candidate.entity != found.form.entity {
            candidate.verdict = Verdict::Redefined;
        }
    }
}

/// Whether the words name a state, a people or a group by themselves: "Houthi" after "Abdul-Malik al-Houthi".
fn names_other_actor(cast: &Cast, candidates: &[Candidate], range: Range) -> bool {
    let actor = |candidate: &Candidate| candidate.entity.and_then(|number| cast.get(number).actor);
    candidates.iter().any(|candidate| {
        candidate.range == range
            && candidate.is_open()
            && matches!(
                actor(candidate),
                Some(Class::State | Class::EthnicGroup | Class::ArmedGroup | Class::Bloc)
            )
    })
}

/// The last words of persons' full names.
fn last_names<'a>(view: &View<'a>, cast: &Cast, groups: &[Group], candidates: &[Candidate], forms: &mut Forms<'a>) {
    for group in groups.iter().filter(|group| group.range.len() > 1) {
        let person = group
            .members
            .iter()
            .filter_map(|&member| candidates[member].entity)
            .find(|&number| cast.get(number).actor == Some(Class::Person));
        let Some(person) = person else { continue };
        let first = view.word(group.range.first as usize);
        if has_family_name_first(cast, person) && first.chars().count() > 1 && group.range.len() > 2 {
            forms.add(first, Form::last_name(person));
            continue;
        }
        let last = view.word(group.range.end as usize - 1);
        if last.chars().count() > 2 && view.is_capital(group.range.end as usize - 1) {
            forms.add(last, Form::last_name(person));
        }
    }
}

/// "Xi Jinping" is Xi, "Kim Jong Un" is Kim.
fn has_family_name_first(cast: &Cast, person: u32) -> bool {
    matches!(
        cast.get(person).code("country"),
        Some("CHN" | "TWN" | "HKG" | "KOR" | "PRK" | "VNM" | "KHM")
    )
}

/// What a short form stands for.
#[derive(Clone, Copy, PartialEq)]
struct Form {
    entity: Option<u32>,
    kind: Kind,
    reading: Reading,
    rule: &'static str,
}

impl Form {
    fn theme(entity: Option<u32>) -> Self {
        Self {
            entity,
            kind: Kind::Theme,
            reading: Reading::Acronym,
            rule: "defined",
        }
    }

    fn acronym(entity: Option<u32>) -> Self {
        Self {
            entity,
            kind: Kind::Actor,
            reading: Reading::Acronym,
            rule: if entity.is_some() { "defined" } else { "defined_nowhere" },
        }
    }

    fn last_name(person: u32) -> Self {
        Self {
            entity: Some(person),
            kind: Kind::Actor,
            reading: Reading::ShortForm,
            rule: "last_name",
        }
    }
}

/// Short forms by their first word.
#[derive(Default)]
struct Forms<'a>(FxHashMap<&'a str, Vec<(&'a str, Form)>>);

struct FoundForm {
    range: Range,
    form: Form,
}

impl FoundForm {
    fn candidate(&self, verdict: Verdict) -> Candidate {
        let mut candidate = Candidate::made(self.range, self.form.entity, self.form.reading, self.form.rule, 0.9);
        candidate.kind = self.form.kind;
        candidate.priority = 1;
        candidate.verdict = verdict;
        candidate
    }
}

impl<'a> Forms<'a> {
    /// The first to take a form keeps it.
    fn add(&mut self, short: &'a str, form: Form) {
        let known = self.0.entry(first_letters(short)).or_default();
        if known.iter().all(|(other, _)| *other != short) {
            known.push((short, form));
        }
    }

    /// Every place where a form stands on token boundaries; the longest of those that begin together.
    fn find(&self, view: &View) -> Vec<FoundForm> {
        let mut found = Vec::new();
        if self.0.is_empty() {
            return found;
        }
        let beginning = by_form(view.tokens, |token| self.0.get(first_letters(token.span.of(view.text))));
        for (first, token) in view.tokens.iter().enumerate() {
            let Some(forms) = beginning[token.form as usize] else { continue };
            let start = token.span.start as usize;
            let fits = forms.iter().filter(|(short, _)| view.text[start..].starts_with(short));
            let ranges = fits.filter_map(|(short, form)| {
                let span = Span::new(start, start + short.len());
                let range = view
                    .range_of(span)
                    .filter(|&range| view.span(range) == span && range.first as usize == first)?;
                Some(FoundForm { range, form: *form })
            });
            found.extend(ranges.max_by_key(|found| found.range.end));
        }
        found
    }
}

/// The letters and digits that the words begin with.
fn first_letters(words: &str) -> &str {
    let ascii = words.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let more = words[ascii..].find(|c: char| !c.is_alphanumeric());
    &words[..more.map_or(words.len(), |more| ascii + more)]
}
