//! Mentions that the input brings along.

use super::candidate::{Candidate, Cast, Verdict};
use super::view::{Range, View};
use crate::document::{Kind, Warning};
use crate::lexicon::{Class, Reading};
use crate::span::Span;

/// A given mention in the reading text.
pub(super) struct Given {
    pub span: Span,
    pub candidate: Candidate,
}

/// The given mentions that can be mapped, and a warning for each that cannot.
pub(super) fn given(view: &View, cast: &mut Cast, warnings: &mut Vec<Warning>) -> Vec<Given> {
    let mut given = Vec::new();
    for mention in &view.document.head.given {
        let mapped = view.document.source_map.text_of(mention.source).map(|span| span.trim(view.text));
        let Some((span, range)) = mapped.and_then(|span| Some((span, range_of(view, span)?))) else {
            warnings.push(Warning {
                code: "given_mention_not_mapped".to_owned(),
                message: format!(
                    "the given mention of {} at source bytes {}..{} is in no sentence of the text",
                    mention.entity, mention.source.start, mention.source.end
                ),
                page: None,
            });
            continue;
        };
        let (actor, place) = classes(mention.kind);
        let number = cast.make(mention.entity.clone(), &mention.name, actor, place);
        let mut candidate = Candidate::made(range, Some(number), Reading::Literal, "given", 1.0);
        candidate.kind = mention.kind;
        candidate.verdict = Verdict::Kept;
        given.push(Given { span, candidate });
    }
    given
}

/// The class is not told: entities of given mentions have none.
fn classes(_: Kind) -> (Option<Class>, Option<Class>) {
    (None, None)
}

fn range_of(view: &View, span: Span) -> Option<Range> {
    view.range_of(span)
}
