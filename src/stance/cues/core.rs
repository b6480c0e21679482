//! What of a hit is reported as the cue of a negation or a hedge.

use super::{Hit, Pattern, Patterns, fits};
use crate::lexicon::{CueKind, PartOfSpeech};
use crate::stance::grammar::Class;
use crate::stance::vocabulary::Forms;
use crate::stance::words::{Tag, Word};

impl Patterns {
    /// The words of a hit that are reported as the cue: of a negation the word that negates, of a hedge the shortest that hedges.
    ///
    /// `None` where it turns or softens without being a negation or a hedge by itself: "hardly", "about".
    pub fn core(&self, hit: Hit, words: &[Word]) -> Option<Hit> {
        let pattern = self.get(hit);
        let inside = hit.first..=hit.last;
        let word = |at: usize| Hit {
            first: at,
            last: at,
            ..hit
        };
        match pattern.kind {
            CueKind::Negation => inside
                .clone()
                .find(|&at| self.negators.contains(&words[at].lexeme.form) && !is_answer(at, words))
                .map(word),
            CueKind::Hedge if is_degree(pattern) || self.is_denied(hit, words) || self.is_certain(hit, words) => None,
            CueKind::Hedge if hit.first < hit.last => {
                let hedges = |at: &usize| self.hedges_alone(&words[*at]);
                inside.clone().find(hedges).map(word).or(Some(hit))
            }
            _ => Some(hit),
        }
    }

    /// "cannot", "could not" deny; "thinking of" names an activity: neither is uncertain.
    fn is_denied(&self, hit: Hit, words: &[Word]) -> bool {
        let ability = hit.first == hit.last && self.abilities.contains(&words[hit.first].lexeme.form);
        let denied = words.get(hit.first + 1).is_some_and(|next| next.tag == Tag::Not);
        let activity = self.get(hit).pos == PartOfSpeech::Verb && words[hit.first].lexeme.forms.has(Forms::ING);
        ability && denied || activity
    }

    /// "the chance of" may come, "no chance" and "a wonder" may not; "'d" is "had" as often as "would"; who believes in something is sure.
    fn is_certain(&self, hit: Hit, words: &[Word]) -> bool {
        let pattern = self.get(hit);
        let next = words.get(hit.last + 1);
        let before = hit.first.checked_sub(1).map(|at| &words[at]);
        match pattern.pos {
            PartOfSpeech::Noun => {
                let denied = before.is_some_and(|word| self.negators.contains(&word.lexeme.form));
                let open = next.is_some_and(|word| {
                    matches!(word.tag, Tag::That | Tag::To) || word.tag == Tag::Prep && pattern.prepositions.contains(&word.lexeme.form)
                });
                denied || !open
            }
            PartOfSpeech::Aux => words[hit.first].span.len() < 3,
            PartOfSpeech::Verb => next.is_some_and(|word| self.firm.contains(&word.lexeme.form)),
            _ => false,
        }
    }

    fn hedges_alone(&self, word: &Word) -> bool {
        [word.lexeme.verb, word.lexeme.form].into_iter().filter(|&sym| sym != 0).any(|sym| {
            self.alone(sym).iter().any(|start| {
                let pattern = &self.all[start.pattern as usize];
                pattern.kind == CueKind::Hedge && pattern.rest.is_empty() && !is_degree(pattern) && fits(start.opening, sym, word)
            })
        })
    }
}

/// Whether "no" is an answer rather than an article: "No, it is open", "no no no".
fn is_answer(at: usize, words: &[Word]) -> bool {
    let next = words.get(at + 1);
    let ends = next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Break) || next.lexeme.form == words[at].lexeme.form);
    words[at].tag == Tag::Det && words[at].lexeme.class == Class::Determiner && ends
}

/// Whether a hedge says how much, or how often, rather than whether; or is a noun for a view.
fn is_degree(pattern: &Pattern) -> bool {
    matches!(pattern.pos, PartOfSpeech::Adv | PartOfSpeech::Adj) && &*pattern.code == "weak"
        || pattern.pos == PartOfSpeech::Noun && &*pattern.code == "middle"
}
