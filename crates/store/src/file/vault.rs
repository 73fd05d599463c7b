//! The files beside the database: each stands in the folder `attachments/` under the hash of its bytes, whole or not at
//! all, and under the key of the office where it has one.
//!
//! Without a key a file holds the bytes as they came. With one it begins with [`SEALED`], then a nonce, then the bytes
//! under XChaCha20-Poly1305; the hash in the name is that of the bytes, keyed, so that nobody can tell a file by its name.

use super::Key;
use crate::StoreError;
use chacha20poly1305::aead::{Aead as _, KeyInit as _};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Name of the folder in the office's.
const FOLDER: &str = "attachments";

/// What a file under a key begins with.
const SEALED: &[u8; 8] = b"HUIFANG1";
const NONCE: usize = 24;

/// The folder of files of an office.
pub(crate) struct Vault<'a> {
    folder: PathBuf,
    key: Option<&'a Key>,
}

impl<'a> Vault<'a> {
    /// The vault beside that database.
    pub fn beside(database: &Path, key: Option<&'a Key>) -> Self {
        Self { folder: database.parent().unwrap_or(Path::new("")).join(FOLDER), key }
    }

    /// Puts the bytes in their place and gives their hash. What is there already stays as it is.
    pub fn put(&self, bytes: &[u8], nonce: [u8; NONCE]) -> Result<String, StoreError> {
        let hash = self.hash(bytes);
        let target = self.folder.join(&hash);
        if target.is_file() {
            return Ok(hash);
        }
        fs::create_dir_all(&self.folder).map_err(StoreError::io(&self.folder, "create folder"))?;
        let sealed = self.key.map(|key| seal(key, bytes, nonce)).transpose()?;
        let part = self.folder.join(format!(".{hash}.part"));
        write(sealed.as_deref().unwrap_or(bytes), &part).and_then(|()| fs::rename(&part, &target)).map_err(
            |source| {
                // What is told is the first error; a part that stays is written over the next time.
                let _ = fs::remove_file(&part);
                StoreError::io(&target, "write")(source)
            },
        )?;
        Ok(hash)
    }

    /// The bytes of that hash.
    ///
    /// # Errors
    /// `io` where the file is gone; `wrong_key_or_corrupt` where its bytes are not those of the hash.
    pub fn get(&self, hash: &str) -> Result<Vec<u8>, StoreError> {
        let path = self.folder.join(hash);
        let found = fs::read(&path).map_err(StoreError::io(&path, "read"))?;
        let bytes = match self.key {
            Some(key) => open(key, &found).ok_or(StoreError::WrongKeyOrCorrupt)?,
            None => found,
        };
        if self.hash(&bytes) == hash { Ok(bytes) } else { Err(StoreError::WrongKeyOrCorrupt) }
    }

    fn hash(&self, bytes: &[u8]) -> String {
        let hash = self.key.map_or_else(|| blake3::hash(bytes), |key| blake3::keyed_hash(&key.for_names(), bytes));
        hash.to_hex().to_string()
    }
}

fn seal(key: &Key, bytes: &[u8], nonce: [u8; NONCE]) -> Result<Vec<u8>, StoreError> {
    let sealed = cipher(key).encrypt(&XNonce::from(nonce), bytes).map_err(|_| StoreError::WrongKeyOrCorrupt)?;
    Ok([&SEALED[..], &nonce, &sealed].concat())
}

fn open(key: &Key, found: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = found.strip_prefix(&SEALED[..])?.split_first_chunk::<NONCE>()?;
    cipher(key).decrypt(&XNonce::from(*nonce), sealed).ok()
}

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.for_files().into())
}

fn write(bytes: &[u8], part: &Path) -> std::io::Result<()> {
    let mut file = File::create(part)?;
    file.write_all(bytes)?;
    // Renamed before its bytes are on the disk, a power cut would leave an empty file under the name of a whole one.
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::new([byte; 32])
    }

    #[test]
    fn under_a_key_neither_the_file_nor_its_name_tells_what_it_holds() {
        let dir = tempfile::tempdir().expect("a folder");
        let (database, key) = (dir.path().join("office.db"), key(7));
        let vault = Vault::beside(&database, Some(&key));
        let hash = vault.put(b"what the client signed", [1; NONCE]).expect("it is written");
        let file = fs::read(dir.path().join(FOLDER).join(&hash)).expect("the file");
        assert!(!file.windows(6).any(|bytes| bytes == b"signed"));
        assert_ne!(hash, blake3::hash(b"what the client signed").to_hex().to_string());
        assert_eq!(vault.get(&hash).expect("it opens"), b"what the client signed");
    }

    #[test]
    fn another_key_and_a_changed_byte_are_refused() {
        let dir = tempfile::tempdir().expect("a folder");
        let (database, right, wrong) = (dir.path().join("office.db"), key(7), key(8));
        let hash = Vault::beside(&database, Some(&right)).put(b"page", [1; NONCE]).expect("it is written");
        let by = |key| Vault::beside(&database, Some(key)).get(&hash).map_err(|error| error.code());
        assert_eq!(by(&wrong), Err("wrong_key_or_corrupt"));
        let path = dir.path().join(FOLDER).join(&hash);
        let mut file = fs::read(&path).expect("the file");
        *file.last_mut().expect("it has bytes") ^= 1;
        fs::write(&path, file).expect("it is written");
        assert_eq!(by(&right), Err("wrong_key_or_corrupt"));
    }

    #[test]
    fn a_file_without_a_key_is_the_bytes_as_they_came_once() {
        let dir = tempfile::tempdir().expect("a folder");
        let database = dir.path().join("office.db");
        let vault = Vault::beside(&database, None);
        let hashes =
            [vault.put(b"page", [1; NONCE]), vault.put(b"page", [2; NONCE])].map(|h| h.expect("it is written"));
        assert_eq!(hashes[0], hashes[1]);
        assert_eq!(fs::read_dir(dir.path().join(FOLDER)).expect("the folder").count(), 1, "and no rest beside it");
        fs::write(dir.path().join(FOLDER).join(&hashes[0]), b"other").expect("it is written");
        assert_eq!(vault.get(&hashes[0]).map_err(|error| error.code()), Err("wrong_key_or_corrupt"));
    }
}
