//! Threats that are named inside what is done against them: "the resolution of the conflict", "the chemical weapons ban".

use super::Frames;
use crate::stance::chunks::ChunkKind;
use crate::stance::clauses::list_start;
use crate::stance::cues::Hit;
use crate::stance::grammar::COUNTER_PREFIXES;
use crate::stance::parties::Party;

/// Noun groups above the threat that are looked at: "a convention on the prevention of acts of terrorism".
const MOST_ABOVE: usize = 3;

impl Frames<'_> {
    /// Whether the threat stands inside a noun of what is done against it, other than the cue itself.
    pub(super) fn is_countered(&self, target: Party, cue: Hit) -> bool {
        let of_threat = |word: &crate::stance::words::Word| word.theme == Some(target.mention);
        let words = &self.parse.words;
        let (Some(first), Some(last)) = (words.iter().position(of_threat), words.iter().rposition(of_threat)) else {
            return false;
        };
        let Some(chunk) = self.parse.chunk_of(last) else { return false };
        let head = self.parse.chunks[chunk].head;
        self.begins_as_counter(first, last) || head > last && self.counters(head, cue) || self.stands_under_counter(chunk, cue)
    }

    fn counters(&self, word: usize, cue: Hit) -> bool {
        !(cue.first..=cue.last).contains(&word) && self.parties.links.counters.contains(&self.parse.words[word].lexeme.noun)
    }

    /// "anti-terrorism", "nuclear disarmament".
    fn begins_as_counter(&self, first: usize, last: usize) -> bool {
        let from = if first > 0 && self.parse.words[first].glued {
            first - 1
        } else {
            first
        };
        self.parse.words[from..=last].iter().enumerate().any(|(at, word)| {
            let surface = word.span.of(self.parties.text).to_ascii_lowercase();
            let joined = self.parse.words.get(from + at + 1).is_some_and(|next| next.glued);
            COUNTER_PREFIXES
                .iter()
                .any(|prefix| surface == *prefix && joined || prefix.len() > 4 && surface.starts_with(prefix))
        })
    }

    /// "support for the prevention of acts of terrorism": a counter above the threat, below the cue.
    fn stands_under_counter(&self, chunk: usize, cue: Hit) -> bool {
        let chunks = &self.parse.chunks;
        let mut chunk = chunk;
        for _ in 0..MOST_ABOVE {
            let start = list_start(chunks, chunk);
            let Some(above) = start.checked_sub(2) else { return false };
            if chunks[start - 1].kind != ChunkKind::Prep || chunks[above].kind != ChunkKind::Nouns {
                return false;
            }
            if (chunks[above].first..=chunks[above].last).contains(&cue.last) {
                return false;
            }
            if self.counters(chunks[above].head, cue) {
                return true;
            }
            chunk = above;
        }
        false
    }
}
