//! Posts and subjects, as the content files list them, in the order of their buttons.
//! Not here: who holds a post, and any organisation.

use std::collections::HashSet;

use serde::Deserialize;
use toml::Spanned;

use super::search::search_key;
use crate::content::{Content, ContentFile};

/// Bytes an id may take, so that it fits on a button.
const LONGEST_ID: usize = 40;

/// Which statements of a questionnaire somebody with a post sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostGroup {
    /// Teaches at a school.
    SchoolTeacher,
    /// Works with a kindergarten group.
    Kindergarten,
    /// Additional education.
    Additional,
    /// Psychologists, speech therapists, tutors, social pedagogues.
    Support,
    /// Organises upbringing and the library.
    Organiser,
    /// Methodists.
    Methodical,
    /// Teaches at a college.
    Vocational,
    /// Heads and their deputies.
    Managing,
}

impl PostGroup {
    /// The word in the content files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SchoolTeacher => "school_teacher",
            Self::Kindergarten => "kindergarten",
            Self::Additional => "additional",
            Self::Support => "support",
            Self::Organiser => "organiser",
            Self::Methodical => "methodical",
            Self::Vocational => "vocational",
            Self::Managing => "managing",
        }
    }
}

/// A list of subjects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectList {
    /// School subjects.
    School,
    /// Areas of a kindergarten's work.
    Kindergarten,
    /// Directions of additional education.
    Additional,
    /// Cycles of a college.
    Vocational,
    /// Nobody is asked.
    Nothing,
}

/// A post.
#[derive(Debug, Clone)]
pub struct Post {
    /// Stored with employments.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Which statements its holder sees.
    pub group: PostGroup,
    /// Where its holder chooses subjects from.
    pub teaches: SubjectList,
    /// What typed words are looked for in.
    pub search_key: String,
}

/// A subject, an area or a direction.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Stored with employments.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its name on a button.
    pub short_title: String,
    /// The list it stands in.
    pub list: SubjectList,
    /// What typed words are looked for in.
    pub search_key: String,
}

/// Posts and subjects.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    posts: Vec<Post>,
    subjects: Vec<Subject>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostsFile {
    post: Vec<PostEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PostEntry {
    id: Spanned<String>,
    title: String,
    group: PostGroup,
    teaches: SubjectList,
    #[serde(default)]
    synonyms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SubjectsFile {
    subject: Vec<SubjectEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SubjectEntry {
    id: Spanned<String>,
    title: String,
    short: Option<String>,
    list: Spanned<SubjectList>,
    #[serde(default)]
    synonyms: Vec<String>,
}

impl Catalogue {
    /// Reads `posts.toml` and `subjects.toml`; an error names the file and the line.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        Ok(Self {
            posts: read_posts(&content.file("posts.toml")?)?,
            subjects: read_subjects(&content.file("subjects.toml")?)?,
        })
    }

    /// All posts, the most frequent first.
    #[must_use]
    pub fn posts(&self) -> &[Post] {
        &self.posts
    }

    /// The post with this id; none if the content files no longer have it.
    #[must_use]
    pub fn post(&self, id: &str) -> Option<&Post> {
        self.posts.iter().find(|post| post.id == id)
    }

    /// All subjects of every list, in the order of the file.
    #[must_use]
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// The subject with this id; none if the content files no longer have it.
    #[must_use]
    pub fn subject(&self, id: &str) -> Option<&Subject> {
        self.subjects.iter().find(|subject| subject.id == id)
    }

    /// The subjects that the holder of this post chooses from; empty where nobody is asked.
    #[must_use]
    pub fn subjects_of(&self, post: &str) -> Vec<&Subject> {
        let list = self.post(post).map_or(SubjectList::Nothing, |post| post.teaches);
        self.subjects.iter().filter(|subject| subject.list == list).collect()
    }

    /// The name of a post; the id itself if the content files no longer have it.
    #[must_use]
    pub fn post_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.post(id).map_or(id, |post| &post.title)
    }

    /// The names of subjects, in the order of the list.
    #[must_use]
    pub fn subject_titles(&self, ids: &[String]) -> Vec<&str> {
        self.subjects
            .iter()
            .filter(|subject| ids.contains(&subject.id))
            .map(|subject| &*subject.title)
            .collect()
    }
}

fn read_posts(file: &ContentFile) -> anyhow::Result<Vec<Post>> {
    let entries = file.parse::<PostsFile>()?.post;
    check_ids(file, entries.iter().map(|entry| &entry.id))?;
    let posts = entries.into_iter().map(|entry| Post {
        search_key: search_key(&format!("{} {}", entry.title, entry.synonyms.join(" "))),
        id: entry.id.into_inner(),
        title: entry.title,
        group: entry.group,
        teaches: entry.teaches,
    });
    Ok(posts.collect())
}

fn read_subjects(file: &ContentFile) -> anyhow::Result<Vec<Subject>> {
    let entries = file.parse::<SubjectsFile>()?.subject;
    check_ids(file, entries.iter().map(|entry| &entry.id))?;
    let mut subjects = Vec::new();
    for entry in entries {
        if *entry.list.get_ref() == SubjectList::Nothing {
            return Err(file.fault(entry.list.span().start, "a subject needs a list"));
        }
        let short_title = entry.short.unwrap_or_else(|| entry.title.clone());
        subjects.push(Subject {
            search_key: search_key(&format!("{} {short_title} {}", entry.title, entry.synonyms.join(" "))),
            id: entry.id.into_inner(),
            title: entry.title,
            short_title,
            list: entry.list.into_inner(),
        });
    }
    Ok(subjects)
}

/// Every id is there once, and short and plain enough for a button.
pub(super) fn check_ids<'a>(
    file: &ContentFile,
    ids: impl IntoIterator<Item = &'a Spanned<String>>,
) -> anyhow::Result<()> {
    let mut seen = HashSet::new();
    for id in ids {
        let (at, word) = (id.span().start, id.get_ref());
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if word.is_empty() || word.len() > LONGEST_ID || !word.bytes().all(plain) {
            let words = format!("id \"{word}\": at most {LONGEST_ID} of a-z, 0-9 and hyphens");
            return Err(file.fault(at, &words));
        }
        if !seen.insert(word) {
            return Err(file.fault(at, &format!("id \"{word}\" stands here for the second time")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> ContentFile {
        ContentFile { path: "posts.toml".into(), text: text.into() }
    }

    #[test]
    fn the_shipped_files_are_read() {
        let catalogue = Catalogue::read(&Content::open(None)).expect("shipped content is valid");
        assert_eq!(catalogue.posts()[0].id, "teacher");
        assert!(catalogue.subjects_of("teacher").len() > 20);
        assert!(catalogue.subjects_of("principal").is_empty());
        assert!(catalogue.posts().iter().all(|post| {
            post.teaches == SubjectList::Nothing || !catalogue.subjects_of(&post.id).is_empty()
        }));
    }

    #[test]
    fn errors_name_file_and_line() {
        let post = "[[post]]\nid = \"a\"\ntitle = \"А\"\ngroup = \"support\"\nteaches = \"nothing\"\n";
        for (text, line, words) in [
            (format!("{post}{post}"), 7, "second time"),
            (post.replace("\"support\"", "\"cook\""), 4, "cook"),
            (post.replace("\"a\"", "\"А б\""), 2, "a-z"),
            (post.replace("title", "titel"), 3, "titel"),
        ] {
            let error = read_posts(&file(&text)).expect_err("broken").to_string();
            assert!(error.starts_with(&format!("posts.toml, line {line}:")), "{error}");
            assert!(error.contains(words), "{error}");
        }
    }
}
