//! The author where the text names itself: "this paper", "the present study", "the authors".

use super::{Parties, Party, Way};
use crate::stance::chunks::ChunkKind;

impl Parties<'_> {
    /// The author, or the speaker, whom the noun group means by the text or by the office of writing it.
    pub(super) fn author(&self, chunk: usize) -> Option<Party> {
        let chunks = &self.parse.chunks;
        let group = &chunks[chunk];
        let words = self.words();
        let (first, head) = (words[group.first].lexeme.form, &words[group.head].lexeme);
        let second = words[group.first + 1..=group.last].first().map(|word| word.lexeme.form);
        let present = second.is_some_and(|second| self.links.present.contains(&second));
        let text = self.links.writings.contains(&head.form) && (first == self.links.this || first == self.links.the && present);
        let alone = chunks.get(chunk + 1).is_none_or(|next| next.kind != ChunkKind::Prep);
        let writer =
            self.links.writers.contains(&head.form) && first == self.links.the && alone && (present || group.first + 1 == group.head);
        let meant = self.speaker.filter(|_| (text || writer) && !words[group.head].quoted)?;
        Some(Party {
            mention: meant,
            way: Way::Pronoun,
        })
    }
}
