//! What words of opinion say, where no cue of the lexicon does.

use std::cmp::Reverse;
use std::ops::Range;

use super::Frames;
use crate::stance::cues::Hit;

/// CAMEO: criticize.
pub(super) const CRITICIZE: &str = "111";

/// Opinion words that weigh less than this together, in hundredths, say nothing.
const THRESHOLD: i32 = 40;

impl Frames<'_> {
    /// The sign of the opinion words among these, without names, and the strongest of them as the cue.
    pub(super) fn opinion_in(&self, words: Range<usize>) -> Option<(i8, Hit)> {
        let weight = |at: usize| i32::from(self.parse.words[at].lexeme.valence);
        let opinions = words.filter(|&at| self.parse.words[at].mention.is_none() && weight(at) != 0);
        let sum: i32 = opinions.clone().map(weight).sum();
        let strongest = opinions.max_by_key(|&at| (weight(at).abs(), Reverse(at)))?;
        let sign = if sum > 0 { 1 } else { -1 };
        (sum.abs() >= THRESHOLD).then(|| (sign, self.plain_hit(strongest)))
    }

    /// A word that is a cue only where it stands.
    pub(super) fn plain_hit(&self, word: usize) -> Hit {
        Hit {
            pattern: self.patterns.plain(),
            first: word,
            last: word,
        }
    }
}
