//! A municipality and its organisations, as a content file describes them.
//! Not here: the database they are published into.

use serde::Deserialize;
use toml::Spanned;

use super::{SchoolKind, catalogue::check_ids, search::search_key};
use crate::content::{Content, ContentFile};

/// A municipality with its organisations, checked.
#[derive(Debug)]
pub struct District {
    /// Stays the same when names change.
    pub slug: String,
    /// Full name.
    pub title: String,
    /// Name on a button.
    pub short_title: String,
    /// The service that is the operator of personal data.
    pub service_title: String,
    /// IANA zone.
    pub time_zone: String,
    /// In the order of their buttons.
    pub schools: Vec<DistrictSchool>,
}

/// An organisation of a content file.
#[derive(Debug)]
pub struct DistrictSchool {
    /// Stays the same when names change.
    pub slug: String,
    /// Full name.
    pub title: String,
    /// Name on a button.
    pub short_title: String,
    /// What it is.
    pub kind: SchoolKind,
    /// Where it stands.
    pub settlement: String,
    /// Is a school with low results (ШНОР).
    pub low_results: bool,
    /// Works in difficult social conditions.
    pub difficult_conditions: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DistrictFile {
    id: Spanned<String>,
    title: String,
    short: String,
    service: String,
    time_zone: Spanned<String>,
    school: Vec<SchoolEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchoolEntry {
    id: Spanned<String>,
    title: String,
    short: String,
    kind: SchoolKind,
    settlement: String,
    #[serde(default)]
    marks: Vec<Mark>,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Mark {
    LowResults,
    DifficultConditions,
}

impl District {
    /// What typed words are looked for in.
    #[must_use]
    pub fn search_key(&self) -> String {
        search_key(&format!("{} {}", self.title, self.short_title))
    }
}

impl DistrictSchool {
    /// What typed words are looked for in.
    #[must_use]
    pub fn search_key(&self) -> String {
        let words = self.kind.search_words();
        search_key(&format!("{} {} {} {words}", self.title, self.short_title, self.settlement))
    }
}

/// Reads the files of the folder `districts`, or `district.toml` alone where there is no such folder.
pub fn read_districts(content: &Content) -> anyhow::Result<Vec<District>> {
    let mut files = content.folder("districts")?;
    if files.is_empty() {
        files.push(content.file("district.toml")?);
    }
    files.iter().map(read_district).collect()
}

fn read_district(file: &ContentFile) -> anyhow::Result<District> {
    let entry: DistrictFile = file.parse()?;
    check_ids(file, [&entry.id])?;
    check_ids(file, entry.school.iter().map(|school| &school.id))?;
    if entry.time_zone.get_ref().parse::<chrono_tz::Tz>().is_err() {
        return Err(
            file.fault(entry.time_zone.span().start, "time_zone is no IANA name such as Europe/Moscow")
        );
    }
    if entry.school.is_empty() {
        return Err(file.fault(entry.id.span().start, "a municipality needs at least one [[school]]"));
    }
    Ok(District {
        slug: entry.id.into_inner(),
        title: entry.title,
        short_title: entry.short,
        service_title: entry.service,
        time_zone: entry.time_zone.into_inner(),
        schools: entry.school.into_iter().map(DistrictSchool::from).collect(),
    })
}

impl From<SchoolEntry> for DistrictSchool {
    fn from(entry: SchoolEntry) -> Self {
        Self {
            slug: entry.id.into_inner(),
            title: entry.title,
            short_title: entry.short,
            kind: entry.kind,
            settlement: entry.settlement,
            low_results: entry.marks.contains(&Mark::LowResults),
            difficult_conditions: entry.marks.contains(&Mark::DifficultConditions),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_district_has_twelve_organisations_of_several_kinds() {
        let districts = read_districts(&Content::open(None)).expect("shipped content is valid");
        let schools = &districts[0].schools;
        let mut kinds: Vec<_> = schools.iter().map(|school| school.kind.code()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!((districts.len(), schools.len()), (1, 12));
        assert!(kinds.len() >= 6, "{kinds:?}");
        assert!(schools.iter().all(|school| school.short_title.chars().count() <= 28));
    }

    #[test]
    fn a_wrong_zone_is_named_with_its_line() {
        let text = "id = \"x\"\ntitle = \"Х\"\nshort = \"Х\"\nservice = \"С\"\ntime_zone = \"Moscow\"\nschool = []\n";
        let file = ContentFile { path: "district.toml".into(), text: text.into() };
        let error = read_district(&file).expect_err("no such zone").to_string();
        assert!(error.starts_with("district.toml, line 5:"), "{error}");
    }
}
