//! Reads a paper as an office would, by a parser that is not ours. With METODIST_PAPERS=folder it also leaves the paper
//! there, to be opened in an office and looked at.

/// Everything that stands in it.
pub fn read(name: &str, bytes: &[u8]) -> String {
    if let Some(folder) = std::env::var_os("METODIST_PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).expect("the folder is there");
    }
    docx_rs::read_docx(bytes).expect("a document").json()
}
