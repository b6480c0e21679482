//! The subject of a verb with tense: to its left, over relative clauses, appositions and phrases.

use super::{Builder, Clause, VerbClasses, list_start};
use crate::stance::chunks::{ChunkKind, VerbGroup, is_agent};
use crate::stance::words::Tag;

impl Builder<'_> {
    pub(super) fn finite(&self, index: usize, verb: &VerbGroup, before: &[Clause], clause: &mut Clause) {
        let reduced = verb.bare_participle && self.is_reduced(verb, before);
        clause.passive |= reduced;
        let Some(at) = self.before(verb.chunk) else { return };
        if reduced {
            clause.subject = (0..=at).rev().find(|&at| self.chunks[at].kind == ChunkKind::Nouns);
            return;
        }
        self.scan_left(index, verb, at, before, clause);
    }

    /// Whether a participle without auxiliary is passive: "groups trained by", "the troops deployed in".
    fn is_reduced(&self, verb: &VerbGroup, before: &[Clause]) -> bool {
        let Some(at) = self.before(verb.chunk) else { return false };
        if !matches!(self.chunks[at].kind, ChunkKind::Nouns | ChunkKind::Comma) {
            return false;
        }
        if self.followed_by_agent(verb.chunk) {
            return true;
        }
        let object_of = (0..before.len()).rev().find(|&earlier| before[earlier].object == Some(at));
        let inside = object_of.is_some_and(|earlier| !VerbClasses::is(&self.classes.saying, self.lemma(earlier)));
        // "a man with knowledge of it said": a verb of saying at the end is no participle.
        let says = VerbClasses::is(&self.classes.saying, self.words[verb.head].lexeme.verb);
        let in_phrase = at > 0
            && !says
            && self.chunks[at - 1].kind == ChunkKind::Prep
            && (0..before.len()).any(|earlier| self.verbs[earlier].finite && !before[earlier].relative);
        (inside || in_phrase || self.yields_to_verb(verb.chunk)) && self.object_after(verb.chunk).is_none()
    }

    /// "a statement released on Friday praised": the verb after the phrases of the participle is the main one.
    fn yields_to_verb(&self, chunk: usize) -> bool {
        let mut at = chunk + 1;
        loop {
            match (self.kind(at), self.kind(at + 1)) {
                (Some(ChunkKind::Adv), _) => at += 1,
                (Some(ChunkKind::Prep), Some(ChunkKind::Nouns)) => at += 2,
                (Some(ChunkKind::Verbs), _) => break,
                _ => return false,
            }
        }
        let next = &self.verbs[self.chunks[at].verb];
        next.finite && at > chunk + 1
    }

    fn scan_left(&self, index: usize, verb: &VerbGroup, from: usize, before: &[Clause], clause: &mut Clause) {
        let mut at = from;
        for _ in 0..40 {
            let next = match self.chunks[at].kind {
                ChunkKind::Adv => at.checked_sub(1),
                ChunkKind::Coord if self.joins_adverbs(at, verb) => at.checked_sub(1),
                ChunkKind::Coord => return self.coordinated(verb, at, before, clause),
                ChunkKind::Comma => match self.over_comma(at, index, before) {
                    Step::To(next) => next,
                    Step::Share(earlier) => {
                        clause.subject = before[earlier].subject;
                        clause.governor = before[earlier].governor;
                        return;
                    }
                },
                ChunkKind::Nouns => {
                    let list = list_start(self.chunks, at);
                    match list.checked_sub(1).map(|before| (before, self.chunks[before].kind)) {
                        Some((prep, ChunkKind::Prep)) => prep.checked_sub(1),
                        Some((earlier, ChunkKind::Verbs)) if self.skips_relative(self.chunks[earlier].verb, before) => {
                            self.relative_start(earlier)
                        }
                        // "forces loyal to the general struck": an adjective after its noun.
                        Some((described, ChunkKind::Nouns)) if self.words[self.chunks[at].head].tag == Tag::Adj => Some(described),
                        Some((rel, ChunkKind::Rel)) => {
                            clause.relative = true;
                            clause.subject = Some(at);
                            clause.object = self.antecedent(rel);
                            return;
                        }
                        _ => {
                            clause.subject = Some(self.described_by(at, list, from).unwrap_or(at));
                            return;
                        }
                    }
                }
                ChunkKind::Rel => {
                    clause.relative = true;
                    clause.subject = self.antecedent(at);
                    return;
                }
                ChunkKind::Verbs => {
                    let earlier = self.chunks[at].verb;
                    if self.verbs[earlier].finite && !before[earlier].passive {
                        clause.subject = before[earlier].subject;
                        return;
                    }
                    at.checked_sub(1)
                }
                ChunkKind::Prep => at.checked_sub(1),
                ChunkKind::Sub | ChunkKind::Break => None,
            };
            match next {
                Some(next) => at = next,
                None => return,
            }
        }
    }

    /// "strongly and unequivocally condemns": the coordinator stands between adverbs before the verb.
    fn joins_adverbs(&self, at: usize, verb: &VerbGroup) -> bool {
        let adverb = |word: Option<usize>| word.and_then(|word| self.words.get(word)).is_some_and(|word| word.tag == Tag::Adv);
        let group = &self.chunks[verb.chunk];
        let before = at.checked_sub(1).map(|before| self.chunks[before].last);
        let after = self.chunks[at].last + 1;
        adverb(before) && adverb(Some(after)) && after <= group.last && at + 2 >= verb.chunk
    }

    /// "X, a professor of law, history and art, accused": the name that a noun group between commas describes.
    fn described_by(&self, at: usize, list: usize, from: usize) -> Option<usize> {
        let named = |chunk: usize| self.words[self.chunks[chunk].head].mention.is_some();
        let comma = list.checked_sub(1)?;
        let name = comma.checked_sub(1)?;
        let apart = self.kind(comma) == Some(ChunkKind::Comma) && self.kind(from) == Some(ChunkKind::Comma);
        let alone = name
            .checked_sub(1)
            .is_none_or(|before| !matches!(self.chunks[before].kind, ChunkKind::Prep | ChunkKind::Verbs));
        (apart && alone && self.kind(name) == Some(ChunkKind::Nouns) && named(name) && !named(at)).then_some(name)
    }

    /// Whether the verb stands in a relative clause that ends before the present verb.
    fn skips_relative(&self, earlier: usize, before: &[Clause]) -> bool {
        before.get(earlier).is_some_and(|clause| clause.relative) && !VerbClasses::is(&self.classes.saying, self.lemma(earlier))
    }

    fn relative_start(&self, chunk: usize) -> Option<usize> {
        (0..chunk)
            .rev()
            .find(|&at| self.chunks[at].kind == ChunkKind::Rel)
            .and_then(|at| at.checked_sub(1))
    }

    /// The noun group that a relative clause belongs to.
    fn antecedent(&self, relative: usize) -> Option<usize> {
        let at = (0..relative)
            .rev()
            .find(|&at| !matches!(self.chunks[at].kind, ChunkKind::Comma | ChunkKind::Prep))?;
        if self.kind(at) != Some(ChunkKind::Nouns) {
            return None;
        }
        let whom = self.words[self.chunks[relative].head].lexeme.form;
        let near = at + 1 == relative && self.kind(at.wrapping_sub(1)) == Some(ChunkKind::Prep);
        if near && self.classes.who.contains(&whom) && !self.acts(at) {
            let inside = |at: &usize| {
                !matches!(
                    self.chunks[*at].kind,
                    ChunkKind::Comma | ChunkKind::Break | ChunkKind::Sub | ChunkKind::Rel
                )
            };
            return (0..at).rev().take_while(inside).find(|&at| self.acts(at)).or(Some(at));
        }
        Some(at)
    }

    /// Whether a noun group names somebody: "forces operating in the north who".
    fn acts(&self, chunk: usize) -> bool {
        let head = &self.words[self.chunks[chunk].head];
        self.chunks[chunk].kind == ChunkKind::Nouns && (head.mention.is_some() || is_agent(head))
    }

    /// Over what stands between two commas before a verb: an apposition, a relative clause, a phrase.
    fn over_comma(&self, comma: usize, index: usize, before: &[Clause]) -> Step {
        let Some(open) = (0..comma).rev().find(|&at| self.chunks[at].kind == ChunkKind::Comma) else {
            let finite = (0..index)
                .rev()
                .find(|&earlier| self.verbs[earlier].finite && !before[earlier].relative && !before[earlier].passive);
            return match finite {
                Some(earlier) if self.verbs[index].finite => Step::Share(earlier),
                _ => Step::To(comma.checked_sub(1)),
            };
        };
        if self.ends_list(comma) {
            return Step::To(comma.checked_sub(1));
        }
        if let Some(first) = self.first_relative(open) {
            return Step::To(first.checked_sub(1));
        }
        match self.chunks[open + 1].kind {
            ChunkKind::Coord => Step::To(comma.checked_sub(1)),
            _ => Step::To(open.checked_sub(1)),
        }
    }

    /// "Five members, A, B and C, have": whether a list of three or more ends before the comma.
    fn ends_list(&self, comma: usize) -> bool {
        let last = comma.saturating_sub(1);
        let coordinated = last > 0 && self.chunks[last].kind == ChunkKind::Nouns && self.chunks[last - 1].kind == ChunkKind::Coord;
        let start = list_start(self.chunks, last);
        let free = start
            .checked_sub(1)
            .is_none_or(|at| !matches!(self.chunks[at].kind, ChunkKind::Prep | ChunkKind::Verbs));
        // "X, the president and host, welcomed" is no list.
        let kind = &self.words[self.chunks[start].head];
        let named = kind.tag == Tag::Noun && kind.lexeme.plural && kind.mention.is_none();
        coordinated && free && named && start + 4 <= last
    }

    /// The comma of the sentence's first ", which", if no main verb stands before it.
    fn first_relative(&self, open: usize) -> Option<usize> {
        let comma = (1..=open).find(|&at| {
            self.chunks[at].kind == ChunkKind::Comma && self.chunks.get(at + 1).is_some_and(|next| next.kind == ChunkKind::Rel)
        })?;
        let verbless = self.chunks[..comma].iter().all(|chunk| chunk.kind != ChunkKind::Verbs);
        verbless.then_some(comma)
    }
}

enum Step {
    To(Option<usize>),
    Share(usize),
}
