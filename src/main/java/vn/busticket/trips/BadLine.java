package vn.busticket.trips;

/**
 * A line of a catalogue file that cannot be imported.
 *
 * @param file name of the file
 * @param line its number, from 1
 * @param fault what is wrong with it
 */
record BadLine(String file, long line, String fault) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + fault;
    }
}
