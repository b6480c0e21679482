//! Lines within articles that are none of their text: "Read more", "Advertisement", "Sign up for our newsletter".

/// What a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prompt {
    /// To read or do something else.
    Line,
    /// To read what is listed below.
    Links,
}

/// Words that a line of a prompt may have.
const LONGEST: usize = 25;

/// Lines that are nothing else.
const WHOLE: &[&str] = &[
    "advert",
    "advertisement",
    "advertising",
    "ad",
    "caption",
    "close",
    "comment",
    "comments",
    "continue reading",
    "continue reading below",
    "copy link",
    "download pdf",
    "email",
    "facebook",
    "home",
    "link copied",
    "linkedin",
    "loading",
    "menu",
    "next",
    "previous",
    "print",
    "print this page",
    "share",
    "share this",
    "skip to content",
    "subscribe",
    "tweet",
    "twitter",
    "whatsapp",
    "story continues below advertisement",
];

/// Begins of lines that send the reader elsewhere.
const BEGINS: &[&str] = &[
    "advertisement ",
    "also on ",
    "also read",
    "article continues below",
    "click here to",
    "first published",
    "follow us",
    "get the latest",
    "have a tip?",
    "image 1 of",
    "join our",
    "last updated",
    "like this story?",
    "photo:",
    "posted on",
    "posted:",
    "read also",
    "read more",
    "read next",
    "related:",
    "related post",
    "see also",
    "share this",
    "sharing is caring",
    "sign up for",
    "sign up to",
    "sign up:",
    "story continues",
    "subscribe to",
    "this slideshow requires",
    "updated on:",
    "updated:",
    "view comments",
    "watch:",
    "[related",
];

/// Headings of lists of links.
const LISTS: &[&str] = &[
    "also in this series",
    "editors' picks",
    "editor's picks",
    "keep reading",
    "latest news",
    "more",
    "more from",
    "more great",
    "more in",
    "more like this",
    "more news",
    "more on",
    "more stories",
    "most popular",
    "most read",
    "popular",
    "read more",
    "recent articles",
    "recent posts",
    "recommended",
    "related",
    "related articles",
    "related content",
    "related links",
    "related news",
    "related posts",
    "related publications",
    "related reading",
    "related stories",
    "related topics",
    "trending",
    "what to read next",
    "you may also like",
    "you might also like",
];

/// What `line` asks for, where it is a prompt; a line that is a link is one with less said.
pub(super) fn prompt(line: &str, is_link: bool) -> Option<Prompt> {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > LONGEST {
        return None;
    }
    let line = words.join(" ").to_lowercase().replace('’', "'");
    let bare = line.trim_end_matches(['.', ':', '…', '!', ' ']);
    let announces =
        |list: &&str| bare == *list || (words.len() <= 6 && list.contains(' ') && bare.starts_with(*list) && !line.ends_with('.'));
    // "Read more: Talks resume" is one link, no list of them.
    let names_one = |list: &&str| bare.strip_prefix(*list).is_some_and(|rest| rest.starts_with(": "));
    if LISTS.iter().any(names_one) {
        return Some(Prompt::Line);
    }
    if LISTS.iter().any(announces) {
        return Some(Prompt::Links);
    }
    let is_prompt =
        WHOLE.contains(&bare) || BEGINS.iter().any(|begin| line.starts_with(begin)) || (is_link && is_shouted(&words.join(" ")));
    is_prompt.then_some(Prompt::Line)
}

/// Whether a line of several words is all in capitals.
fn is_shouted(line: &str) -> bool {
    line.contains(' ') && line.chars().any(char::is_uppercase) && !line.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_are_told_from_text() {
        assert_eq!(prompt("Read more: Talks in Dushanbe resume", true), Some(Prompt::Line));
        assert_eq!(prompt("You may also like…", false), Some(Prompt::Links));
        assert_eq!(prompt("More talks are planned for May.", false), None);
        assert_eq!(prompt("READ THE WHOLE REPORT HERE", true), Some(Prompt::Line));
    }
}
