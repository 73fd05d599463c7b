-- What a search walks through: words of clients and matters, made by huifang_core::search. A word's first character
-- says what it is made of, and so whether `key` is that of a client or of a matter. The words follow from the row that they
-- are about; there is no index by key because the words to be removed follow from the row as it was.
CREATE TABLE search_word (
    word TEXT NOT NULL,
    key  INTEGER NOT NULL,
    PRIMARY KEY (word, key)
) STRICT, WITHOUT ROWID;

-- The version of the words above, in one row; without it, or where the program makes words of another version, the file
-- is indexed anew when it is opened (SQL cannot read characters aloud).
CREATE TABLE search_version (
    version INTEGER NOT NULL
) STRICT;

DROP TABLE client_word;
