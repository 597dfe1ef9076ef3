"""The few ways in which the engine gives up, each with a sentence for a person."""


class OnRecordError(Exception):
    """Anything the engine raises on purpose; its message says what to do next."""


class DataError(OnRecordError):
    """A file of data/ is missing or malformed: names the file, the row and what is wrong with it."""


class ModelMissing(OnRecordError):
    """No usable model is installed: names what to install."""


class ReadOnlyArchive(OnRecordError):
    """The archive may be read but not changed (the demo of a hosted instance)."""


class UnknownArticle(OnRecordError):
    """No article of that id is in the archive."""


class UnusableArchive(OnRecordError):
    """The file is no archive that this version can read: written by a newer one, or no archive at all."""


class ArchiveFull(OnRecordError):
    """A visitor of a hosted instance keeps as many articles as one may."""


class AnalysisTooLong(OnRecordError):
    """An article took longer than limits.ANALYSIS_SECONDS."""


class BadCorrection(OnRecordError):
    """A correction that makes no sense, or none after those before it."""
