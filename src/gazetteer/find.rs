//! The spine: from candidates to mentions.

use rustc_hash::{FxHashMap, FxHashSet};

use super::abbreviations::{self, Abbreviation};
use super::candidate::{Candidate, Cast, Verdict};
use super::compile::Gazetteer;
use super::given::{Given, given};
use super::resolve::{Group, resolve};
use super::spot::Spots;
use super::view::View;
use super::{Definition, Found, GivenUse, Mention, choose, extent, names, policy, short_forms, themes, walk};
use crate::document::{Document, Kind};
use crate::token::{Sentence, Token};

impl Gazetteer {
    /// Names, threats and abbreviations of a document.
    pub fn find(&self, document: &Document, tokens: &[Token], sentences: &[Sentence], given_use: GivenUse) -> Found {
        let view = View::new(self, document, tokens, sentences);
        let mut cast = Cast::new(&self.entities);
        let mut found = Found::default();
        let mut study = study(self, &view, &mut cast, |_| ());
        study
            .candidates
            .retain(|candidate| candidate.verdict == Verdict::Kept && candidate.entity.is_some());
        let given = if given_use == GivenUse::Ignore {
            Vec::new()
        } else {
            given(&view, &self.words, &mut cast, &study.candidates, &mut found.warnings)
        };
        if given_use == GivenUse::Alone {
            study = Study::default();
        }
        study.candidates.retain(|candidate| !is_covered(&view, candidate, &given));
        tell(&view, &cast, study, given, &mut found);
        found
    }
}

/// Everything that may be a name or a theme, judged.
#[derive(Default)]
pub(super) struct Study {
    pub candidates: Vec<Candidate>,
    pub abbreviations: Vec<Abbreviation>,
}

/// Finds and judges all candidates; tells `watch` what each reading rests on.
pub(super) fn study(gazetteer: &Gazetteer, view: &View, cast: &mut Cast, watch: impl FnMut(choose::Weighed)) -> Study {
    let mut candidates = walk::walk(gazetteer, view);
    names::add(gazetteer, view, cast, &mut candidates);
    let mut abbreviations = abbreviations::find(view);
    let groups = resolve_without_company(gazetteer, view, cast, &mut candidates);
    let mut themes = gazetteer.phrases.find(view, &gazetteer.aliases);
    themes::settle(&gazetteer.phrases, view, &gazetteer.aliases, cast, &mut themes);
    short_forms::add(view, cast, &groups, &mut candidates, &mut themes, &mut abbreviations);
    grant_company(gazetteer, view, cast, &mut candidates);
    let groups = resolve(view, cast, &mut candidates);
    choose::choose(gazetteer, view, cast, &groups, &mut candidates, watch);
    themes::leave_names(view, &candidates, &mut themes);
    extent::trim(view, cast, &mut candidates);
    candidates.append(&mut themes);
    Study { candidates, abbreviations }
}

/// A first resolution among those that need no company; the judgments are taken back.
fn resolve_without_company(gazetteer: &Gazetteer, view: &View, cast: &Cast, candidates: &mut [Candidate]) -> Vec<Group> {
    let mut needy = Vec::new();
    for (at, candidate) in candidates.iter_mut().enumerate() {
        if candidate.is_open() && policy::is_needy(candidate, &gazetteer.aliases) {
            candidate.verdict = Verdict::Needs;
            needy.push(at);
        }
    }
    let groups = resolve(view, cast, candidates);
    for candidate in candidates.iter_mut().filter(|candidate| candidate.verdict == Verdict::Overlapped) {
        candidate.verdict = Verdict::Open;
    }
    groups
}

/// Opens the candidates whose alias has the company that it needs.
fn grant_company(gazetteer: &Gazetteer, view: &View, cast: &Cast, candidates: &mut [Candidate]) {
    let mut present: FxHashSet<u32> = candidates
        .iter()
        .filter(|candidate| candidate.is_open())
        .filter_map(|candidate| candidate.entity)
        .collect();
    for _ in 0..2 {
        for at in 0..candidates.len() {
            if candidates[at].verdict == Verdict::Needs
                && policy::has_company(view, &candidates[at], &gazetteer.aliases, &present, |id| cast.find(id))
            {
                candidates[at].verdict = Verdict::Open;
                present.extend(candidates[at].entity);
            }
        }
    }
    let spots = Spots {
        words: &gazetteer.words,
        view,
    };
    for candidate in candidates.iter_mut().filter(|candidate| candidate.verdict == Verdict::Needs) {
        let entity = candidate.entity.map(|number| cast.get(number));
        let known = entity.is_some_and(|entity| policy::is_best_known(candidate, &gazetteer.aliases, entity));
        if known && !spots.is_particle_of_name(candidate.range) {
            candidate.verdict = Verdict::Open;
        }
    }
    spots.grant(cast, candidates);
}

fn is_covered(view: &View, candidate: &Candidate, given: &[Given]) -> bool {
    let span = view.span(candidate.range);
    given
        .iter()
        .any(|given| given.span.overlaps(span) && (given.candidate.kind == Kind::Theme) == (candidate.kind == Kind::Theme))
}

/// Kept candidates as mentions, their entities by id, the abbreviations.
fn tell(view: &View, cast: &Cast, study: Study, given: Vec<Given>, found: &mut Found) {
    let mut kept: Vec<_> = study
        .candidates
        .into_iter()
        .map(|candidate| (view.span(candidate.range), candidate))
        .collect();
    kept.extend(given.into_iter().map(|given| (given.span, given.candidate)));
    let named = kept.iter().filter_map(|(_, candidate)| candidate.entity);
    let mut numbers: Vec<u32> = named
        .chain(study.abbreviations.iter().filter_map(|abbreviation| abbreviation.entity))
        .collect();
    numbers.sort_unstable_by(|&a, &b| cast.get(a).id.cmp(&cast.get(b).id));
    numbers.dedup();
    let index: FxHashMap<u32, u32> = numbers.iter().copied().zip(0..).collect();
    for (span, candidate) in kept {
        let Some(&entity) = candidate.entity.and_then(|number| index.get(&number)) else {
            continue;
        };
        let sentence = view.sentence_of(candidate.range.first as usize);
        found.mentions.push(Mention {
            entity,
            kind: candidate.kind,
            class: choose::class(cast.get(numbers[entity as usize]), candidate.kind),
            span,
            sentence: u32::try_from(sentence).unwrap_or(u32::MAX),
            block: view.sentences[sentence].block,
            reading: candidate.reading,
            rule: candidate.rule,
            confidence: candidate.confidence,
        });
    }
    found.mentions.sort_by_key(|mention| (mention.span, mention.kind, mention.entity));
    found.entities = numbers.iter().map(|&number| cast.get(number).clone()).collect();
    found.definitions = study
        .abbreviations
        .iter()
        .map(|abbreviation| Definition {
            short: abbreviation.short,
            long: abbreviation.long,
            entity: abbreviation.entity.and_then(|number| index.get(&number)).copied(),
        })
        .collect();
    found.definitions.sort_by_key(|definition| (definition.short, definition.long));
}
