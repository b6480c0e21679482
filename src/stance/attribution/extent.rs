//! How far the words of the source and of what is said reach.

use super::{Attributions, Source};
use crate::lexicon::CueKind;
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::list_start;
use crate::stance::words::Tag;

impl Attributions<'_> {
    /// The source whose noun group stands before the verb: with its list, its "of" and its apposition, not its relative clause.
    pub(super) fn source_before(&self, chunk: usize, verb: usize) -> Source {
        let start = list_start(&self.parse.chunks, chunk);
        // "General Lee, commander of the corps said": no comma closes the apposition.
        let apposed = start == 2 && self.kind(1) == Some(ChunkKind::Comma) && self.kind(0) == Some(ChunkKind::Nouns);
        let (chunk, start) = if apposed && self.words()[self.parse.chunks[0].head].tag == Tag::Name {
            (0, 0)
        } else {
            (chunk, start)
        };
        let first = self.over_quantity(self.parse.chunks[start].first);
        let mut last = self.parse.chunks[chunk].last;
        for at in chunk + 1..verb {
            match self.parse.chunks[at].kind {
                ChunkKind::Nouns => last = self.parse.chunks[at].last,
                ChunkKind::Prep | ChunkKind::Comma | ChunkKind::Coord | ChunkKind::Adv => {}
                _ => break,
            }
        }
        Source {
            chunk: Some(chunk),
            first,
            last,
        }
    }

    /// The first word of "some of his advisers".
    fn over_quantity(&self, first: usize) -> usize {
        let quantity = first >= 2
            && self.words()[first - 1].lexeme.form == self.wording.of
            && matches!(self.words()[first - 2].tag, Tag::Det | Tag::Num | Tag::Pron);
        if quantity { first - 2 } else { first }
    }

    /// The source whose noun group stands after "said" or "according to".
    pub(super) fn source_after(&self, chunk: usize) -> Source {
        let first = self.parse.chunks[chunk].first;
        let listed = self.parties.fellows_right(chunk).last().copied().unwrap_or(chunk);
        let mut at = self.over_links(listed);
        while self.kind(at + 1) == Some(ChunkKind::Comma) && self.kind(at + 2) == Some(ChunkKind::Nouns) {
            let apposed = self.over_links(at + 2);
            let quoted = self.words()[self.parse.chunks[at + 2].first].quoted;
            if quoted || !matches!(self.kind(apposed + 1), None | Some(ChunkKind::Comma | ChunkKind::Break)) {
                break;
            }
            at = apposed;
        }
        Source {
            chunk: Some(chunk),
            first,
            last: self.parse.chunks[at].last,
        }
    }

    /// The last noun group of "a survey of traders by the bank".
    fn over_links(&self, mut chunk: usize) -> usize {
        while self.kind(chunk + 1) == Some(ChunkKind::Prep)
            && self.kind(chunk + 2) == Some(ChunkKind::Nouns)
            && self.wording.links_source(self.head_form(chunk + 1))
            && !self.names_medium(chunk + 2)
        {
            chunk += 2;
        }
        chunk
    }

    /// Whether the noun group is a day, a speech, a letter: when or in what something was said.
    pub(super) fn names_medium(&self, chunk: usize) -> bool {
        let word = &self.words()[self.parse.chunks[chunk].head];
        self.wording.is_medium(word.lexeme.form) || self.wording.is_medium(word.lexeme.noun)
    }

    /// Whether the noun group is a day or the like: when something was said.
    pub(super) fn names_day(&self, chunk: usize) -> bool {
        let chunk = &self.parse.chunks[chunk];
        [chunk.first, chunk.head].into_iter().any(|at| {
            let lexeme = self.words()[at].lexeme;
            self.wording.is_day(lexeme.form) || self.wording.is_day(lexeme.noun)
        })
    }

    /// What is said from a word on: to the end of the sentence, or to where the author speaks again.
    pub(super) fn content_from(&self, first: usize, verb: Option<usize>) -> Option<(usize, usize)> {
        let words = self.words();
        let quoted = words[first..]
            .iter()
            .find(|word| word.tag != Tag::Comma)
            .is_some_and(|word| word.quoted);
        if quoted {
            let start = first + words[first..].iter().position(|word| word.quoted)?;
            let length = words[start..].iter().take_while(|word| word.quoted).count();
            let rest = words.len() - (start + length);
            if rest == 0 || length > 6 {
                return self.trimmed(start, start + length);
            }
        }
        let end = (first + 1..words.len())
            .find(|&at| self.ends_content(first, at, verb))
            .unwrap_or(words.len());
        self.trimmed(first, end)
    }

    /// Whether the author speaks again at this word; `first`: the first word of what is said.
    fn ends_content(&self, first: usize, at: usize, verb: Option<usize>) -> bool {
        let words = self.words();
        let word = &words[at];
        if word.quoted || word.aside {
            return false;
        }
        match word.tag {
            Tag::Break => self.is_break(at, &[";"]),
            Tag::Coord => self.goes_on_saying(first, at + 1, verb),
            Tag::Comma => {
                let Some(next) = words.get(at + 1).filter(|next| !next.quoted) else {
                    return false;
                };
                if verb.is_some_and(|verb| self.leaves_aside(verb, at) || self.leaves_subordinate(verb, at)) {
                    return true;
                }
                match next.tag {
                    Tag::Sub => self.wording.contrasts(next.lexeme.form),
                    Tag::Coord => next.span.of(self.text) == "but" && self.clause_at(at + 2) || self.says_at(at + 2, verb),
                    _ => self.says_at(at + 1, None) && words[at + 1].lexeme.forms.has(crate::stance::vocabulary::Forms::ING),
                }
            }
            _ => false,
        }
    }

    /// ", saying that talks were private, | refused": the main verb after an inserted clause.
    fn leaves_aside(&self, verb: usize, comma: usize) -> bool {
        let group = &self.parse.verbs[verb];
        let inserted = group.gerund && group.chunk > 0 && self.kind(group.chunk - 1) == Some(ChunkKind::Comma);
        let relative = self.parse.chunks[..group.chunk]
            .iter()
            .rev()
            .find(|chunk| chunk.kind == ChunkKind::Rel);
        let next = self.parse.chunk_after(comma);
        let first = self.parse.chunks[..group.chunk].iter().all(|chunk| chunk.kind != ChunkKind::Verbs);
        (inserted || relative.is_some()) && first && self.is_finite(next)
    }

    /// "While the army says that ..., | the clinic was": the main clause after a subordinate one.
    fn leaves_subordinate(&self, verb: usize, comma: usize) -> bool {
        let Some(subject) = self.parse.clauses[verb].subject else {
            return false;
        };
        let start = list_start(&self.parse.chunks, subject);
        let opener = start
            .checked_sub(1)
            .filter(|&at| self.kind(at) == Some(ChunkKind::Sub) && !self.opens_content(at));
        let first = self.parse.chunks[..start].iter().all(|chunk| chunk.kind != ChunkKind::Verbs);
        let next = self.words().get(comma + 1);
        let subject = next.is_some_and(|next| {
            matches!(
                next.tag,
                Tag::Det | Tag::Poss | Tag::Pron | Tag::Name | Tag::Noun | Tag::Adj | Tag::Num
            )
        });
        opener.is_some() && first && subject && self.has_finite_verb(comma + 1, self.words().len())
    }

    /// Whether a subject and its verb begin at the word, or the verb itself.
    fn clause_at(&self, at: usize) -> bool {
        let ends = |tag| matches!(tag, Tag::Comma | Tag::Break);
        self.words()[at.min(self.words().len())..]
            .iter()
            .take_while(|word| !ends(word.tag))
            .any(|word| word.tag.is_verbal())
    }

    /// Whether a verb of saying begins at the word, in the same form as the verb given.
    fn says_at(&self, at: usize, like: Option<usize>) -> bool {
        let head = like.map(|verb| self.words()[self.parse.verbs[verb].head].lexeme.forms);
        self.parse.hits.iter().any(|hit| {
            let near = hit.first == at || hit.first == at + 1 && self.words()[at].tag == Tag::Adv;
            let pattern = self.patterns.get(*hit);
            near && pattern.kind == CueKind::Reporting
                && pattern.pos == crate::lexicon::PartOfSpeech::Verb
                && self.parse.verb_at(hit.first).is_some()
                && head.is_none_or(|forms| forms == self.words()[hit.first].lexeme.forms || self.alike(like, hit.first))
        })
    }

    /// Whether a coordinated verb of saying begins at the word that has the same source: "denied that he lied and | insisted that".
    fn goes_on_saying(&self, first: usize, at: usize, verb: Option<usize>) -> bool {
        use crate::stance::vocabulary::Forms;
        let Some(word) = self.words().get(at).filter(|_| verb.is_some()) else {
            return false;
        };
        if self.has_finite_verb(first, at) {
            let opener = self.parse.chunk_after(at);
            return self.says_at(at, verb) && self.opens_content(opener);
        }
        let tensed = word.lexeme.forms.has(Forms::PAST) || word.lexeme.forms.has(Forms::THIRD);
        tensed && self.says_at(at, None)
    }

    /// Whether two verbs are both past, or both present.
    fn alike(&self, verb: Option<usize>, word: usize) -> bool {
        use crate::stance::vocabulary::Forms;
        let Some(verb) = verb else { return true };
        let (a, b) = (
            self.words()[self.parse.verbs[verb].head].lexeme.forms,
            self.words()[word].lexeme.forms,
        );
        a.has(Forms::PAST) && b.has(Forms::PAST) || a.has(Forms::THIRD) && b.has(Forms::THIRD)
    }

    /// What is said around a parenthesis from `start` to `end`: the longer side, or both where it stands in the middle.
    pub(super) fn around(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let words = self.words();
        let (before, after) = (self.trimmed(0, start), self.trimmed(end, words.len()));
        let (before, after) = match (before, after) {
            (Some(before), Some(after)) => (before, after),
            (before, after) => return before.or(after),
        };
        let quoted = |(first, last): (usize, usize)| words[first..=last].iter().any(|word| word.quoted);
        let continues = match (quoted(before), quoted(after)) {
            (true, true) => true,
            (true, false) => false,
            _ => !self.has_finite_verb(before.0, start),
        };
        let phrase = before.1 - before.0 < 2 && !quoted(before) && words[before.0].tag != Tag::Det;
        match (continues, phrase) {
            (true, true) => Some(after),
            (true, false) => Some((before.0, after.1)),
            _ => Some(before),
        }
    }

    pub(super) fn has_finite_verb(&self, first: usize, end: usize) -> bool {
        self.parse.verbs.iter().any(|verb| verb.finite && (first..end).contains(&verb.head))
    }
}
