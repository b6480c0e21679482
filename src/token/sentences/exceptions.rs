//! Full stops with a capital after them that end no sentence, and some without a blank that do.

use super::Splitter;
use super::words::{is_capital, is_reference, is_roman, is_starter};
use crate::token::TokenKind;

impl Splitter<'_> {
    /// "395 U. S. 752", "6 Vet. App. 91", "764 F. 2d 1514", "Gen. Stat. § 15": a volume and the short name of its series.
    pub(super) fn is_citation(&self, at: usize, after: usize) -> bool {
        let short = |at: usize| {
            let stem = self.surface(at).trim_end_matches('.');
            stem.len() <= 4
                && is_capital(stem)
                && !matches!(
                    stem,
                    "May" | "June" | "July" | "Iran" | "Iraq" | "Oman" | "Mali" | "Cuba" | "Chad" | "Peru"
                )
        };
        let own = if self.surface(at) == "." { at.saturating_sub(1) } else { at };
        let next = self.surface(after);
        if !short(own) {
            return false;
        }
        let point =
            |at: usize| self.surface(at).ends_with('.') || self.tokens.get(at + 1).is_some_and(|next| next.span.of(self.text) == ".");
        let series = next.starts_with(|c: char| c.is_ascii_digit()) || is_reference(next.trim_end_matches('.')) && point(after);
        let named = |at: &usize| self.surface(*at) != "." && !(short(*at) && point(*at));
        let volume = (own.saturating_sub(6)..own).rev().find(named);
        let numbered = volume.is_some_and(|at| self.tokens[at].kind == TokenKind::Number && self.tokens[at].span.len() <= 3);
        next.starts_with('§') || series && numbered
    }

    /// One of the points of ". . .", but not the last of four: a sentence ends with them.
    pub(super) fn is_spaced_ellipsis(&self, at: usize) -> bool {
        let beside = self.is_point(at + 1) || at > 0 && self.is_point(at - 1);
        let ends_four = !self.is_point(at + 1) && (0..4).all(|back| at > back && self.is_point(at - back)) && !self.glued(at - 3);
        !self.glued(at) && beside && !ends_four
    }

    /// The full stop of "It was weak. . . . The practice went on."
    pub(super) fn is_before_ellipsis(&self, at: usize) -> bool {
        self.glued(at)
            && (1..4).all(|ahead| self.is_point(at + ahead) && !self.glued(at + ahead))
            && self.tokens.get(at + 4).is_some_and(|next| is_capital(next.span.of(self.text)))
    }

    fn is_point(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.span.of(self.text) == ".")
    }

    /// "N°. 1026": a sign that wants a number.
    pub(super) fn is_number_sign(&self, at: usize, after: usize) -> bool {
        at > 0 && matches!(self.surface(at - 1), "°" | "º" | "N°" | "Nº" | "№") && self.tokens[after].kind == TokenKind::Number
    }

    /// "Albert I. Jones": a capital letter between two names.
    pub(super) fn is_initial(&self, at: usize, after: usize) -> bool {
        at > 1
            && self.surface(at - 1) == "I"
            && is_capital(self.surface(at - 2))
            && is_capital(self.surface(after))
            && !is_starter(self.surface(after))
    }

    /// "first.Next": a blank was lost.
    pub(super) fn runs_on(&self, at: usize, next: &str) -> bool {
        let before = if at == 0 { "" } else { self.surface(at - 1) };
        let word = before.len() > 2 && before.chars().skip(1).all(|c| c.is_lowercase() || c.is_ascii_digit() || c == ',');
        let mut letters = next.chars();
        word && letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    }

    /// "1." or "a." at the very beginning of the block: a list's number, not a sentence.
    pub(super) fn is_list_number(&self, at: usize) -> bool {
        at == 1 && (self.tokens[0].kind == TokenKind::Number || self.surface(0).chars().count() == 1 || is_roman(self.surface(0)))
    }
}
