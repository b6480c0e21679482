//! Where two frames disagree about the same two parties: what happened outweighs what they are, a reading meant for
//! threats any other, and what is demanded the demand.

use super::{Draft, Frames};

impl Frames<'_> {
    /// Drops "its ally" where the verb says "abandoned", and "pursue" as a hunt where a threat is pursued.
    pub(super) fn settle(&mut self) {
        let all = std::mem::take(&mut self.drafts);
        let kept = all.iter().filter(|draft| !all.iter().any(|other| self.outweighs(other, draft)));
        self.drafts = kept.copied().collect();
    }

    fn outweighs(&self, strong: &Draft, weak: &Draft) -> bool {
        if strong.sign != -weak.sign || weak.sign == 0 {
            return false;
        }
        let entity = |mention: u32| self.parties.mention(mention).entity;
        let ends = |draft: &Draft| (entity(draft.holder.mention), entity(draft.target.mention));
        let (holder, target) = ends(weak);
        let same = ends(strong) == (holder, target);
        let told = is_standing(weak) && !is_standing(strong) && (same || ends(strong) == (target, holder));
        let meant = |draft: &Draft| self.patterns.get(draft.hit).theme_only;
        let asked = same && strong.rule == "demand" && strong.verb == weak.verb;
        told || asked || same && meant(strong) && !meant(weak) && strong.hit.first == weak.hit.first
    }
}

/// Whether the relation is taken for granted rather than told: a role in passing, a compound.
fn is_standing(draft: &Draft) -> bool {
    matches!(draft.rule, "role_name" | "role_apposition" | "role_examples" | "compound")
}
