//! Mentions that the input brings along.

use rustc_hash::FxHashMap;

use super::candidate::{Candidate, Cast, Verdict};
use super::choose;
use super::view::{Range, View};
use super::words::WordBook;
use crate::document::{GivenMention, Kind, Warning};
use crate::lexicon::{Class, Reading};
use crate::span::Span;

/// A given mention in the reading text.
pub(super) struct Given {
    pub span: Span,
    pub candidate: Candidate,
}

/// The given mentions that can be mapped, and a warning for each that cannot.
pub(super) fn given(view: &View, book: &WordBook, cast: &mut Cast, kept: &[Candidate], warnings: &mut Vec<Warning>) -> Vec<Given> {
    let mut mapped = Vec::new();
    let mut classes: FxHashMap<&str, Class> = FxHashMap::default();
    for mention in &view.document.head.given {
        let span = view.document.source_map.text_of(mention.source).map(|span| span.trim(view.text));
        let Some((span, range)) = span.and_then(|span| Some((span, view.range_of(span)?))) else {
            warnings.push(not_mapped(mention));
            continue;
        };
        if mention.kind == Kind::Actor
            && let Some(class) = actor_class(view, book, cast, kept, range)
        {
            classes.entry(&mention.entity).or_insert(class);
        }
        mapped.push((span, range, mention));
    }
    mapped
        .into_iter()
        .map(|(span, range, mention)| {
            let class = classes.get(mention.entity.as_str()).copied();
            let number = cast.make(mention.entity.clone(), &mention.name, class, None);
            let mut candidate = Candidate::made(range, Some(number), Reading::Literal, "given", 1.0);
            candidate.kind = mention.kind;
            candidate.verdict = Verdict::Kept;
            Given { span, candidate }
        })
        .collect()
}

/// The class of an actor, which the input does not tell: that of the kept name which ends where the given one does (its
/// whole, or its last words after a title), else what the last word of an organization's name tells.
fn actor_class(view: &View, book: &WordBook, cast: &Cast, kept: &[Candidate], range: Range) -> Option<Class> {
    let inside =
        |candidate: &&Candidate| candidate.kind != Kind::Theme && range.contains(candidate.range) && candidate.range.end == range.end;
    let named = kept.iter().filter(inside).max_by_key(|candidate| candidate.range.len());
    let named = named.and_then(|candidate| choose::class(cast.get(candidate.entity?), Kind::Actor));
    let last = range.end as usize - 1;
    named.or_else(|| book.organization(view.word(last)).filter(|_| view.is_capital(last)))
}

fn not_mapped(mention: &GivenMention) -> Warning {
    Warning {
        code: "given_mention_not_mapped".to_owned(),
        message: format!(
            "the given mention of {} at source bytes {}..{} is in no sentence of the text",
            mention.entity, mention.source.start, mention.source.end
        ),
        page: None,
    }
}
