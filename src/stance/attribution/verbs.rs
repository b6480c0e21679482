//! "X said that", "said X", ", X said,", "it was reported that".

use super::{Attributions, Parts, Source};
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::list_start;
use crate::stance::cues::Hit;
use crate::stance::words::Tag;

impl Attributions<'_> {
    /// The attribution that a verb of saying makes; `before`: those found earlier in the sentence.
    pub(super) fn by_verb(&self, hit: Hit, before: &[Parts]) -> Option<Parts> {
        if self.words()[hit.first].aside {
            return self.in_brackets(hit);
        }
        let verb = self.parse.verb_at(hit.first)?;
        if self.parse.verbs[verb].copula {
            return None;
        }
        let parts = |source, content| Parts {
            source,
            cue: (hit.first, hit.last),
            content,
        };
        if self.parse.clauses[verb].passive {
            return self.passive(hit, verb).map(|(source, content)| parts(source, content));
        }
        if self.parse.verbs[verb].bare_participle && self.stands_alone(self.parse.verbs[verb].chunk) {
            // "Asked about it, she left", "when asked": nobody says anything.
            return None;
        }
        let ambiguous = self.patterns.get(hit).ambiguous;
        if let Some((source, content)) = self.parenthesis(hit, verb, ambiguous) {
            return Some(parts(Some(source), content));
        }
        let subject = self.parse.clauses[verb].subject;
        if subject.is_some_and(|subject| self.wording.points(self.head_form(subject)) || self.addresses_reader(subject)) {
            return None;
        }
        let first = self.complement(hit, ambiguous)?;
        let content = self.content_from(first, Some(verb))?;
        Some(parts(self.speaker_of(verb, before), content))
    }

    /// Whether the subject is a "you" outside quotation marks.
    fn addresses_reader(&self, subject: usize) -> bool {
        let chunk = &self.parse.chunks[subject];
        self.words()[chunk.head].lexeme.form == self.wording.you && !self.words()[chunk.head].quoted
    }

    /// "officials say", "it was reported that", "was quoted as saying": the verb in the phrase is the cue.
    pub(super) fn by_phrase(&self, hit: Hit, before: &[Parts]) -> Option<Parts> {
        let verb = (hit.first..=hit.last).rev().find(|&at| self.parse.verb_at(at).is_some())?;
        let hit = Hit {
            first: verb,
            last: verb,
            ..hit
        };
        self.by_verb(hit, before)
    }

    /// Whether a participle follows a conjunction, or nothing but adverbs.
    fn stands_alone(&self, chunk: usize) -> bool {
        let light = |kind| matches!(kind, ChunkKind::Adv | ChunkKind::Coord);
        let before = &self.parse.chunks[..chunk];
        before.last().is_some_and(|last| last.kind == ChunkKind::Sub) || before.iter().all(|chunk| light(chunk.kind))
    }

    /// "it was reported by X that", "they are said to have fled", "was accused of lying by X".
    fn passive(&self, hit: Hit, verb: usize) -> Option<(Option<Source>, (usize, usize))> {
        let mut at = self.parse.chunk_after(hit.last);
        let mut source = None;
        while let Some(kind) = self.kind(at) {
            match kind {
                ChunkKind::Prep if self.head_form(at) == self.wording.of && self.is_gerund(at + 1) => {
                    return self.charge(at + 1, verb);
                }
                ChunkKind::Prep => {
                    let nouns = self.kind(at + 1) == Some(ChunkKind::Nouns);
                    if nouns && self.head_form(at) == self.wording.by {
                        source = Some(self.source_after(at + 1));
                    }
                    at += usize::from(nouns);
                }
                ChunkKind::Nouns | ChunkKind::Adv => {}
                _ => break,
            }
            at += 1;
        }
        let first = self.parse.chunks.get(at)?.first;
        let finite = self.parse.verbs[verb].finite;
        let that = self.opens_content(at) && self.words()[self.parse.chunks[at].head].tag == Tag::That;
        let content = (that || finite && self.is_infinitive(at)).then(|| self.content_from(first, Some(verb)))??;
        Some((source, content))
    }

    /// What somebody "was accused of", from the gerund on, and who says so: "by X" at its end.
    fn charge(&self, gerund: usize, verb: usize) -> Option<(Option<Source>, (usize, usize))> {
        let (first, last) = self.content_from(self.parse.chunks[gerund].first, Some(verb))?;
        let by = (gerund + 1..self.parse.chunks.len())
            .take_while(|&at| self.parse.chunks[at].last <= last)
            .find(|&at| self.kind(at) == Some(ChunkKind::Prep) && self.head_form(at) == self.wording.by);
        match by.filter(|&by| self.kind(by + 1) == Some(ChunkKind::Nouns)) {
            Some(by) => Some((Some(self.source_after(by + 1)), (first, self.parse.chunks[by].first - 1))),
            None => Some((None, (first, last))),
        }
    }

    /// The source of an active verb: its subject, or that of the verb it continues (", adding that").
    fn speaker_of(&self, verb: usize, before: &[Parts]) -> Option<Source> {
        let group = &self.parse.verbs[verb];
        let previous = group.chunk.checked_sub(1).and_then(|at| self.kind(at));
        let over_comma = group.chunk >= 2 && self.kind(group.chunk - 2) == Some(ChunkKind::Comma);
        let own = self.parse.clauses[verb].subject;
        let main = before
            .iter()
            .rev()
            .find(|parts| parts.source.is_some() && parts.cue.1 < group.head && parts.content.0 > parts.cue.1);
        let continues = |main: &&Parts| match previous {
            Some(ChunkKind::Comma) => true,
            // The content ends where the coordinator comes: "denied that he had lied and insisted that".
            Some(ChunkKind::Coord) => over_comma || main.content.1 + 2 == self.parse.chunks[group.chunk].first,
            _ => false,
        };
        if let Some(main) = main.filter(continues).filter(|_| group.gerund || group.finite) {
            return main.source;
        }
        if group.gerund && previous == Some(ChunkKind::Comma) && own.is_none() {
            let nouns = group.chunk.checked_sub(2).filter(|&at| self.kind(at) == Some(ChunkKind::Nouns))?;
            return Some(self.source_before(nouns, group.chunk));
        }
        let own = own.filter(|&own| !self.wording.points(self.head_form(own)))?;
        if group.gerund && previous == Some(ChunkKind::Nouns) && self.names_medium(own) {
            // "issued a statement saying that": the statement's issuer speaks.
            let issuer = self.parse.verb_of_object(own).filter(|&issues| !self.parse.clauses[issues].passive);
            if let Some((issues, subject)) = issuer.and_then(|issues| Some((issues, self.parse.clauses[issues].subject?))) {
                return Some(self.source_before(subject, self.parse.verbs[issues].chunk));
            }
        }
        Some(self.source_before(own, group.chunk))
    }

    /// "..., X said", "..., said X", "as X said,": source and content.
    fn parenthesis(&self, hit: Hit, verb: usize, ambiguous: bool) -> Option<(Source, (usize, usize))> {
        let chunk = self.parse.verbs[verb].chunk;
        if let Some(source) = self.inverted(chunk, hit) {
            let content = self.around(self.parse.chunks[chunk].first, source.last + 1)?;
            return Some((source, content));
        }
        let subject = self.subject_before(chunk)?;
        let start = self.parse.chunks[subject].first;
        if subject > 0 && self.kind(subject - 1) == Some(ChunkKind::Sub) && self.head_form(subject - 1) == self.wording.as_ {
            return self.as_said(hit, subject, chunk);
        }
        let quoted = start > 0 && self.words()[start - 1].quoted || start > 1 && self.words()[start - 2].quoted;
        let comma = subject > 0 && self.kind(subject - 1) == Some(ChunkKind::Comma);
        if !(quoted || comma && !ambiguous) || self.words()[start].quoted {
            return None;
        }
        let end = self.end_of_parenthesis(hit, quoted)?;
        let quotes = self.words().get(end + 1).is_some_and(|next| next.quoted);
        if !quoted && quotes && self.has_finite_verb(0, start) {
            // "When the vote ended, he said, '...'": what is said stands after the verb.
            return None;
        }
        let content = self.around(start, end)?;
        let says = quoted || self.has_finite_verb(content.0, start) || content.1 > end;
        says.then(|| (self.source_before(subject, chunk), content))
    }

    /// The noun group that is the subject right before a verb, with what belongs to it.
    fn subject_before(&self, verb: usize) -> Option<usize> {
        let own = self.parse.clauses[self.parse.chunks[verb].verb].subject.filter(|&at| at < verb)?;
        let between = &self.parse.chunks[own + 1..verb];
        let whole = between
            .iter()
            .all(|chunk| matches!(chunk.kind, ChunkKind::Prep | ChunkKind::Nouns | ChunkKind::Adv | ChunkKind::Comma));
        if whole && !self.splits_quotation(own, verb) {
            return Some(list_start(&self.parse.chunks, own));
        }
        let nearest = verb.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Nouns))?;
        Some(nearest)
    }

    /// Whether a quotation begins or ends between two chunks.
    fn splits_quotation(&self, from: usize, to: usize) -> bool {
        let quoted = |at: usize| self.words()[self.parse.chunks[at].first].quoted;
        quoted(from) != quoted(to)
    }

    /// Where the parenthesis ends: the first word after the verb and its recipient, day and place; `None` if it says something there.
    fn end_of_parenthesis(&self, hit: Hit, quoted: bool) -> Option<usize> {
        let mut at = self.parse.chunk_after(hit.last);
        let mut recipients = 0;
        let lemma = self.words()[hit.first].lexeme.verb;
        loop {
            let Some(chunk) = self.parse.chunks.get(at) else {
                return Some(self.words().len());
            };
            let first = chunk.first;
            match chunk.kind {
                ChunkKind::Comma => return Some(first),
                ChunkKind::Break if !self.is_break(first, &[":"]) => return Some(first),
                ChunkKind::Adv | ChunkKind::Prep => {}
                ChunkKind::Nouns if self.names_medium(at) || self.names_day(at) => {}
                ChunkKind::Nouns if self.kind(at.wrapping_sub(1)) == Some(ChunkKind::Prep) => {}
                ChunkKind::Nouns if self.words()[first].quoted => return quoted.then_some(first),
                ChunkKind::Nouns if recipients == 0 && (quoted || self.wording.has_hearer(lemma) && self.closes(at)) => recipients = 1,
                _ if quoted && self.words()[first].quoted => return Some(first),
                ChunkKind::Sub if !self.opens_content(at) => return Some(first),
                ChunkKind::Verbs if quoted => return Some(first),
                _ => return None,
            }
            at += 1;
        }
    }

    /// Whether nothing of the clause comes after the chunk.
    fn closes(&self, chunk: usize) -> bool {
        matches!(self.kind(chunk + 1), None | Some(ChunkKind::Comma))
    }

    /// The noun group after the verb that speaks: `"...", said X`.
    fn inverted(&self, chunk: usize, hit: Hit) -> Option<Source> {
        let verb = &self.parse.verbs[self.parse.chunks[chunk].verb];
        let after = self.parse.skip_adverbs(self.parse.chunk_after(hit.last));
        let first = self.parse.chunks[chunk].first;
        if hit.last > hit.first || first == 0 || !verb.finite || self.kind(after) != Some(ChunkKind::Nouns) {
            return None;
        }
        let quoted = self.words()[first - 1].quoted || first > 1 && self.words()[first - 2].quoted;
        let comma = self.kind(chunk.checked_sub(1)?) == Some(ChunkKind::Comma);
        let named = self.wording.inverts(self.words()[hit.first].lexeme.verb);
        if self.words()[self.parse.chunks[after].first].quoted || !(quoted && (comma || named) || comma && named) {
            return None;
        }
        let source = self.source_after(after);
        let next = self.parse.chunk_after(source.last);
        let ends = match self.kind(next) {
            Some(ChunkKind::Verbs) => !self.is_finite(next) && quoted,
            Some(ChunkKind::Sub) => quoted || !self.opens_content(next),
            _ => true,
        };
        ends.then_some(source)
    }

    /// "as X said, ...", "..., as X said".
    fn as_said(&self, hit: Hit, subject: usize, verb: usize) -> Option<(Source, (usize, usize))> {
        let end = self.end_of_parenthesis(hit, false)?;
        let start = self.parse.chunks[subject - 1].first;
        let content = self.around(start, end)?;
        Some((self.source_before(subject, verb), content))
    }

    /// "The delta (the ministry says) will flood."
    fn in_brackets(&self, hit: Hit) -> Option<Parts> {
        let words = self.words();
        let open = words[..hit.first].iter().rposition(|word| !word.aside).map_or(0, |at| at + 1);
        let close = words[hit.last..]
            .iter()
            .position(|word| !word.aside)
            .map_or(words.len(), |at| hit.last + at);
        let content = self.trimmed(0, words.len())?;
        let says = words[open..close]
            .iter()
            .filter(|word| matches!(word.tag, Tag::Verb | Tag::Modal))
            .count()
            == 1;
        let nominal = |tag| matches!(tag, Tag::Noun | Tag::Name | Tag::Pron);
        (says && close == hit.last + 1 && hit.first > open && nominal(words[hit.first - 1].tag) && content.0 < open).then(|| Parts {
            source: Some(Source {
                chunk: None,
                first: open,
                last: hit.first - 1,
            }),
            cue: (hit.first, hit.last),
            content,
        })
    }
}
