//! The items of a list that runs on in one block: each begins a sentence.

use std::ops::Range;

use super::Splitter;

impl Splitter<'_> {
    /// The markers of a list that runs on in one block: "1. One item 2. Another", "a) one b) another", bullets.
    pub(super) fn items(&self) -> Vec<Range<usize>> {
        let Some(first) = self.tokens.first().and_then(|_| self.marker(0)) else {
            return Vec::new();
        };
        let mut markers = vec![(0..first.0, first.1)];
        for at in first.0..self.tokens.len() {
            let before = &markers[markers.len() - 1];
            if at >= before.0.end
                && let Some((end, label)) = self.marker(at)
                && label.follows(&before.1)
            {
                markers.push((at..end, label));
            }
        }
        if markers.len() < 2 {
            Vec::new()
        } else {
            markers.into_iter().map(|(range, _)| range).collect()
        }
    }

    /// A list marker at this token: where it ends, and its label.
    fn marker(&self, at: usize) -> Option<(usize, Label)> {
        let bullet = matches!(self.surface(at), "•" | "⁃" | "‣" | "◦" | "▪");
        let start = at + usize::from(bullet);
        let label = self.tokens.get(start).and_then(|token| Label::of(token.span.of(self.text)));
        let mut end = start + 1;
        let mut closed = label.is_some() && self.surface(start).ends_with('.');
        while end < self.tokens.len() && self.glued(end) && matches!(self.surface(end), "." | ")") {
            closed = true;
            end += 1;
        }
        let spaced = end < self.tokens.len() && !self.glued(end);
        match label {
            Some(label) if closed && spaced => Some((end, label)),
            _ if bullet && start < self.tokens.len() => Some((start, Label::Bullet)),
            _ => None,
        }
    }
}

/// The label of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Number(u32),
    Letter(char),
    Bullet,
}

impl Label {
    fn of(surface: &str) -> Option<Self> {
        let bare = surface.trim_end_matches('.');
        let mut chars = bare.chars();
        match (chars.next(), chars.next()) {
            (Some(letter), None) if letter.is_ascii_lowercase() => Some(Self::Letter(letter)),
            (Some(digit), _) if digit.is_ascii_digit() && bare.len() <= 2 => bare.parse().ok().map(Self::Number),
            _ => None,
        }
    }

    fn follows(self, before: &Self) -> bool {
        match (before, self) {
            (Self::Number(a), Self::Number(b)) => b == a + 1,
            (Self::Letter(a), Self::Letter(b)) => b as u32 == *a as u32 + 1,
            (Self::Bullet, Self::Bullet) => true,
            _ => false,
        }
    }
}
