/** A request; one whose body is null has none. */
record Call(String method, String path, String body) {

    static Call get(String path) {
        return new Call("GET", path, null);
    }
}
