// The files of this target all run the program.
@_exported import ProgramUnderTest
