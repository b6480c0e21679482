//! Who says what: direct, indirect and mixed quotation, "according to", reported claims.

use crate::lexicon::{CueKind, PartOfSpeech};
use crate::result::Form;
use crate::span::Span;

use super::Attribution;
use super::chunks::ChunkKind;
use super::cues::{Hit, Patterns};
use super::parse::Parse;
use super::parties::{Parties, Way};
use super::words::Tag;

/// Finds the attributions of one sentence.
pub struct Attributions<'a> {
    /// The parsed sentence.
    pub parse: &'a Parse,
    /// Who is meant.
    pub parties: Parties<'a>,
    /// The cues.
    pub patterns: &'a Patterns,
    /// Index of the sentence.
    pub sentence: u32,
}

impl Attributions<'_> {
    /// All attributions, by cue.
    pub fn read(&self) -> Vec<Attribution> {
        let mut all: Vec<Attribution> = Vec::new();
        for &hit in &self.parse.hits {
            let pattern = self.patterns.get(hit);
            if pattern.kind != CueKind::Reporting {
                continue;
            }
            let found = match pattern.pos {
                PartOfSpeech::Verb => self.by_verb(hit),
                PartOfSpeech::Prep | PartOfSpeech::Phrase => self.by_preposition(hit),
                PartOfSpeech::Noun => self.by_noun(hit),
                _ => None,
            };
            if let Some(found) = found.filter(|found| !all.iter().any(|known| known.cue == found.cue || known.content == found.content)) {
                all.push(found);
            }
        }
        all
    }

    /// "X said that", "said X", ", X said,".
    fn by_verb(&self, hit: Hit) -> Option<Attribution> {
        let verb = self.parse.verb_at(hit.first)?;
        let group = self.parse.verbs[verb];
        let clause = self.parse.clauses[verb];
        if clause.passive && !self.parse.verbs[verb].finite || group.copula {
            return None;
        }
        let after = self.parse.skip_adverbs(self.parse.chunk_after(hit.last));
        let quoted = self.quoted_span();
        let inverted = self.inverted(group.chunk, after, quoted);
        let source = inverted.or(clause.subject).filter(|_| !clause.passive);
        let content = match inverted {
            Some(_) => self.span_before(group.chunk).or(quoted),
            None => self.content_after(hit, after, clause.subject, quoted),
        }?;
        Some(self.attribution(source, hit, content))
    }

    /// The noun group after the verb that speaks: `"...", said X`.
    fn inverted(&self, chunk: usize, after: usize, quoted: Option<Span>) -> Option<usize> {
        let before = chunk.checked_sub(1).map(|at| self.parse.chunks[at].kind);
        let nouns = self.parse.chunks.get(after).is_some_and(|chunk| chunk.kind == ChunkKind::Nouns);
        let starts_quoted = quoted.is_some_and(|span| self.parse.words[self.parse.chunks[chunk].first].span.start >= span.end);
        let fits = matches!(before, Some(ChunkKind::Comma))
            || before.is_none() && starts_quoted
            || starts_quoted && self.parse.words[self.parse.chunks[chunk].first - 1].quoted;
        (nouns && fits).then_some(after)
    }

    /// What follows the verb: a clause, a quotation; or what came before ", X said".
    fn content_after(&self, hit: Hit, after: usize, subject: Option<usize>, quoted: Option<Span>) -> Option<Span> {
        let kind = |at: usize| self.parse.chunks.get(at).map(|chunk| chunk.kind);
        let cue_end = self.parse.words[hit.last].span.end;
        let later_quote = quoted.filter(|span| span.end > cue_end);
        let rest = self.rest(hit.last + 1);
        match kind(after) {
            Some(ChunkKind::Sub) => rest,
            Some(ChunkKind::Nouns | ChunkKind::Prep) if self.verb_follows(after) || later_quote.is_some() => rest,
            Some(ChunkKind::Verbs) if !self.parse.verbs[self.parse.chunks[after].verb].finite => rest,
            Some(ChunkKind::Break) => rest,
            Some(ChunkKind::Comma) if later_quote.is_some() => rest,
            None | Some(ChunkKind::Comma | ChunkKind::Prep | ChunkKind::Adv | ChunkKind::Nouns) => {
                let subject = subject?;
                let comma = subject
                    .checked_sub(1)
                    .filter(|&at| kind(at) == Some(ChunkKind::Comma) || quoted.is_some());
                comma
                    .filter(|_| self.has_finite_verb(subject))
                    .and_then(|_| self.span_before(subject))
            }
            _ => None,
        }
    }

    /// Whether a clause stands before the chunk, not a phrase alone.
    fn has_finite_verb(&self, chunk: usize) -> bool {
        let before = &self.parse.chunks[..chunk];
        before
            .iter()
            .any(|it| it.kind == ChunkKind::Verbs && self.parse.verbs[it.verb].finite)
    }

    fn verb_follows(&self, from: usize) -> bool {
        let ends = |kind| matches!(kind, ChunkKind::Break | ChunkKind::Rel);
        self.parse.chunks[from..]
            .iter()
            .take_while(|chunk| !ends(chunk.kind))
            .any(|chunk| chunk.kind == ChunkKind::Verbs && self.parse.verbs[chunk.verb].finite && !self.parse.clauses[chunk.verb].relative)
    }

    /// "according to X", "in X's view".
    fn by_preposition(&self, hit: Hit) -> Option<Attribution> {
        let after = self.parse.chunk_after(hit.last);
        let source = self
            .parse
            .chunks
            .get(after)
            .filter(|chunk| chunk.kind == ChunkKind::Nouns)
            .map(|_| after)?;
        let mut end = self.parse.chunks[source].last;
        let mut at = source + 1;
        while let (Some(prep), Some(nouns)) = (self.parse.chunks.get(at), self.parse.chunks.get(at + 1)) {
            if prep.kind != ChunkKind::Prep || nouns.kind != ChunkKind::Nouns {
                break;
            }
            end = nouns.last;
            at += 2;
        }
        let later = self.rest(end + 1);
        let earlier = self.span_of_words(0, hit.first);
        let front = hit.first <= 2
            || later.is_some_and(|later| {
                earlier.is_none_or(|earlier| later.len() > earlier.len() && self.parse.words[hit.first - 1].tag == Tag::Coord)
            });
        let content = if front { later } else { earlier.or(later) }?;
        Some(self.attribution(Some(source), hit, content))
    }

    /// "X's claim that", "reports that".
    fn by_noun(&self, hit: Hit) -> Option<Attribution> {
        let chunk = self.parse.chunk_of(hit.last)?;
        let that = self.parse.chunks.get(chunk + 1)?;
        let opens = that.kind == ChunkKind::Sub && self.parse.words[that.head].tag == Tag::That;
        if !opens || self.parse.chunks[chunk].head != hit.last {
            return None;
        }
        let content = self.rest(that.first)?;
        let owner = self.parse.words[self.parse.chunks[chunk].first..hit.first]
            .iter()
            .any(|word| word.mention.is_some() || word.tag == Tag::Poss);
        let verb = self.parse.verb_of_object(chunk).and_then(|verb| self.parse.clauses[verb].subject);
        Some(self.attribution(if owner { Some(chunk) } else { verb }, hit, content))
    }

    fn attribution(&self, source: Option<usize>, hit: Hit, content: Span) -> Attribution {
        let words = &self.parse.words;
        let cue = words[hit.first].span.hull(words[hit.last].span);
        let source = source.map(|chunk| {
            let group = &self.parse.chunks[chunk];
            let last = if group.last >= hit.first && group.first < hit.first {
                hit.first - 1
            } else {
                group.last
            };
            let span = words[group.first].span.hull(words[last].span);
            let party = self.parties.of(chunk).into_iter().find(|party| party.way != Way::Indirect);
            (span, party.map(|party| party.mention))
        });
        Attribution {
            source,
            cue,
            content,
            form: self.form(content),
            sentence: self.sentence,
        }
    }

    fn form(&self, content: Span) -> Form {
        let inside = self
            .parse
            .words
            .iter()
            .filter(|word| content.contains(word.span) && word.tag != Tag::Comma && word.tag != Tag::Break);
        let (mut quoted, mut all) = (0, 0);
        for word in inside {
            all += 1;
            quoted += usize::from(word.quoted);
        }
        match quoted {
            0 => Form::Indirect,
            _ if quoted == all => Form::Direct,
            _ => Form::Mixed,
        }
    }

    /// The hull of what stands in quotation marks, if it is more than three words.
    fn quoted_span(&self) -> Option<Span> {
        let quoted = self.parse.words.iter().filter(|word| word.quoted);
        (quoted.clone().count() > 3)
            .then(|| quoted.map(|word| word.span).reduce(Span::hull))
            .flatten()
    }

    /// From the sentence's first word to the chunk.
    fn span_before(&self, chunk: usize) -> Option<Span> {
        self.span_of_words(0, self.parse.chunks[chunk].first)
    }

    fn rest(&self, from: usize) -> Option<Span> {
        self.span_of_words(from, self.parse.words.len())
    }

    /// The words without the signs at either end.
    fn span_of_words(&self, from: usize, to: usize) -> Option<Span> {
        let words = self.parse.words.get(from..to)?;
        let sign = |tag| matches!(tag, Tag::Comma | Tag::Break);
        let first = words.iter().position(|word| !sign(word.tag))?;
        let last = words.iter().rposition(|word| !sign(word.tag))?;
        Some(words[first].span.hull(words[last].span))
    }
}
