//! Where what is said begins after a verb of saying.

use super::Attributions;
use crate::stance::chunks::ChunkKind;
use crate::stance::cues::Hit;
use crate::stance::words::Tag;

impl Attributions<'_> {
    /// The first word of what is said after the verb, if it is said there.
    ///
    /// `ambiguous`: the verb often means something else, so only a clause or a quotation will do.
    pub(super) fn complement(&self, hit: Hit, ambiguous: bool) -> Option<usize> {
        let lemma = self.words()[hit.first].lexeme.verb;
        let first = self.parse.chunk_after(hit.last);
        let relative = self.parse.verb_at(hit.first).is_some_and(|verb| self.parse.clauses[verb].relative);
        let takes_clause = |at: usize| !ambiguous || at == first && !relative && self.wording.takes_clause(lemma);
        let mut at = first;
        let mut recipient = None;
        loop {
            let chunk = *self.parse.chunks.get(at)?;
            let next_quoted = |at: usize| self.parse.chunks.get(at).is_some_and(|chunk| self.words()[chunk.first].quoted);
            if next_quoted(at) && !self.words()[hit.last].quoted && self.quoted_words(chunk.first) > 1 {
                return Some(
                    recipient
                        .filter(|_| ambiguous)
                        .map_or(chunk.first, |nouns: usize| self.parse.chunks[nouns].first),
                );
            }
            match chunk.kind {
                _ if self.opens_content(at) && (!ambiguous || self.words()[chunk.head].tag == Tag::That) => return Some(chunk.first),
                ChunkKind::Sub if self.head_form(at) == self.wording.as_ => {
                    let nouns = recipient?;
                    return (at == nouns + 1 || self.kind(nouns + 1) == Some(ChunkKind::Prep)).then(|| self.parse.chunks[nouns].first);
                }
                ChunkKind::Rel if at == first && !ambiguous => return Some(chunk.first),
                ChunkKind::Verbs => return self.verbal(at, first, recipient, ambiguous, lemma),
                ChunkKind::Break if self.is_break(chunk.first, &[":"]) => {
                    return (!ambiguous || next_quoted(at + 1)).then_some(chunk.last + 1);
                }
                ChunkKind::Comma if next_quoted(at + 1) => {}
                ChunkKind::Comma if self.kind(at + 1) == Some(ChunkKind::Adv) && self.kind(at + 2) == Some(ChunkKind::Comma) => at += 2,
                ChunkKind::Nouns if self.names_day(at) => {}
                ChunkKind::Nouns if takes_clause(at) && self.is_subject(at, recipient.is_none() && self.wording.has_hearer(lemma)) => {
                    return Some(chunk.first);
                }
                ChunkKind::Nouns if self.names_medium(at) => {}
                // "expressed concern that": the noun is the cue.
                ChunkKind::Nouns if at == first && self.wording.is_light(lemma) && self.opens_content(at + 1) => return None,
                ChunkKind::Nouns if recipient.is_none() && at <= first + 2 => {
                    let thing = !ambiguous && hit.last == hit.first && self.wording.takes_things(lemma);
                    if thing && !self.clause_follows(at + 1) {
                        return (at == first && self.kind(at + 1) != Some(ChunkKind::Nouns)).then_some(chunk.first);
                    }
                    if hit.last > hit.first && at == first && !self.clause_follows(at + 1) && !self.is_infinitive(at + 1) {
                        return (!ambiguous).then_some(chunk.first);
                    }
                    recipient = Some(at);
                }
                ChunkKind::Prep => {
                    let topic = self.wording.opens_topic(self.head_form(at)) && !ambiguous;
                    if topic && at == first {
                        return Some(self.parse.chunks.get(at + 1)?.first);
                    }
                    if topic && recipient.is_some_and(|nouns| nouns + 1 == at) && self.kind(at + 1) == Some(ChunkKind::Verbs) {
                        return recipient.map(|nouns| self.parse.chunks[nouns].first);
                    }
                    at += usize::from(self.kind(at + 1) == Some(ChunkKind::Nouns));
                }
                ChunkKind::Adv => {}
                _ => return None,
            }
            at += 1;
        }
    }

    /// "promised to lift", "urged both to leave", "denied selling", "critics say ignores farmers".
    fn verbal(&self, at: usize, first: usize, recipient: Option<usize>, ambiguous: bool, lemma: u32) -> Option<usize> {
        let verb = &self.parse.verbs[self.parse.chunks[at].verb];
        let start = self.parse.chunks[at].first;
        if verb.infinitive {
            let intends = !ambiguous || self.wording.takes_infinitive(lemma);
            let whose = recipient.filter(|nouns| nouns + 1 == at || self.kind(nouns + 1) == Some(ChunkKind::Prep));
            return intends.then(|| whose.map_or(start, |nouns| self.parse.chunks[nouns].first));
        }
        if !ambiguous && verb.finite && self.words()[start].lexeme.form == self.wording.there {
            return Some(start);
        }
        if ambiguous || at != first {
            return None;
        }
        if verb.gerund {
            return Some(start);
        }
        let inserted = verb.finite && self.parse.chunks[..at].iter().any(|chunk| chunk.kind == ChunkKind::Rel);
        inserted.then_some(start)
    }

    /// Whether the noun group is the subject of a clause of its own: "said the talks would resume".
    ///
    /// `hears`: the verb has a hearer, so that of two noun groups the second is the subject.
    fn is_subject(&self, nouns: usize, hears: bool) -> bool {
        if self.words()[self.parse.chunks[nouns].head].tag == Tag::Num {
            return false;
        }
        let mut relative = false;
        for (at, chunk) in self.parse.chunks.iter().enumerate().skip(nouns) {
            match chunk.kind {
                ChunkKind::Verbs => {
                    let verb = &self.parse.verbs[chunk.verb];
                    let clause = &self.parse.clauses[chunk.verb];
                    if verb.finite && relative {
                        relative = false;
                    } else if verb.finite && (verb.passive || !clause.passive) && clause.subject.is_none_or(|subject| subject >= nouns) {
                        return true;
                    } else if verb.infinitive && !relative {
                        return false;
                    }
                }
                ChunkKind::Nouns if hears && at == nouns + 1 => return false,
                ChunkKind::Rel => relative = true,
                ChunkKind::Break | ChunkKind::Sub => return false,
                ChunkKind::Comma if !relative && !self.is_listed(at) => return false,
                _ => {}
            }
        }
        false
    }

    /// Whether a comma stands in a list, or before an apposition that another comma closes.
    fn is_listed(&self, comma: usize) -> bool {
        let listed =
            self.kind(comma + 1) == Some(ChunkKind::Nouns) && matches!(self.kind(comma + 2), Some(ChunkKind::Comma | ChunkKind::Coord));
        let closes = comma > 1 && self.kind(comma - 1) == Some(ChunkKind::Nouns) && self.kind(comma - 2) == Some(ChunkKind::Comma);
        listed || closes || matches!(self.kind(comma + 1), Some(ChunkKind::Rel | ChunkKind::Coord))
    }

    /// Whether "that", a quotation or a clause comes after a first object.
    fn clause_follows(&self, mut at: usize) -> bool {
        while matches!(self.kind(at), Some(ChunkKind::Prep | ChunkKind::Adv)) {
            at += 1 + usize::from(self.kind(at) == Some(ChunkKind::Prep) && self.kind(at + 1) == Some(ChunkKind::Nouns));
        }
        self.opens_content(at) && self.words()[self.parse.chunks[at].head].tag == Tag::That
            || self.kind(at) == Some(ChunkKind::Nouns) && self.is_subject(at, false)
    }

    /// How many words from here on stand in quotation marks without a break.
    pub(super) fn quoted_words(&self, from: usize) -> usize {
        self.words()[from..].iter().take_while(|word| word.quoted).count()
    }
}
