package org.pipewright.platform.keycloak;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The calls of Keycloak's administration that we need. */
@Path("admin/realms/{realm}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface KeycloakAdministration {

    @GET
    @Path("users")
    JsonArray users(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @QueryParam("email") String email,
            @QueryParam("exact") boolean exact);

    @POST
    @Path("users")
    Response createUser(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("realm") String realm, JsonObject user);

    @DELETE
    @Path("users/{id}")
    Response deleteUser(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @PathParam("id") String id);

    @POST
    @Path("users/{id}/logout")
    Response logout(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @PathParam("id") String id);

    @GET
    @Path("organizations")
    JsonArray organizations(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @QueryParam("search") String name,
            @QueryParam("exact") boolean exact);

    @POST
    @Path("organizations")
    Response createOrganization(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            JsonObject organization);

    @DELETE
    @Path("organizations/{id}")
    Response deleteOrganization(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @PathParam("id") String id);

    @POST
    @Path("organizations/{id}/members")
    Response addMember(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @PathParam("id") String id,
            String user);

    @DELETE
    @Path("organizations/{id}/members/{user}")
    Response removeMember(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
            @PathParam("realm") String realm,
            @PathParam("id") String id,
            @PathParam("user") String user);
}
